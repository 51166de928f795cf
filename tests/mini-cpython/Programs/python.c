/* Minimal main program: everything is in the library. */

#include "Python.h"

int
main(int argc, char **argv)
{
    return Py_Main(argc, argv);   /* call: Py_Main direct */
}
