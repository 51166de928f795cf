/* The interpreter's main program, but for the name. */

#include "Python.h"

int
Py_Main(int argc, char **argv)
{
    Py_Initialize();   /* call: Py_Initialize direct */
    return PyImport_ImportModule(argc > 1 ? argv[1] : "__hello__") == NULL;   /* call: PyImport_ImportModule direct */
}
