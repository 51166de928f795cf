/* The built-in exceptions: types, and a pointer to each under the name that everybody uses. */

#include "Python.h"

#define SimpleExtendsException(EXCBASE, EXCNAME, EXCDOC)                                                     \
    static PyTypeObject _PyExc_##EXCNAME = {                                                                 \
        PyVarObject_HEAD_INIT(NULL, 0)                                                                       \
        #EXCNAME, sizeof(PyObject), 0, (destructor)PyObject_Del,                                             \
        .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASE_EXC_SUBCLASS,                                       \
        .tp_doc = PyDoc_STR(EXCDOC), .tp_base = EXCBASE,                                                     \
    };                                                                                                       \
    PyObject *PyExc_##EXCNAME = (PyObject *)&_PyExc_##EXCNAME

SimpleExtendsException(&PyBaseObject_Type, Exception, "What programs raise and catch.");
SimpleExtendsException(&_PyExc_Exception, TypeError, "An object of the wrong kind.");
SimpleExtendsException(&_PyExc_Exception, IndexError, "A place outside of a sequence.");
SimpleExtendsException(&_PyExc_Exception, KeyError, "A key that is not there.");
SimpleExtendsException(&_PyExc_Exception, MemoryError, "No memory is left.");
SimpleExtendsException(&_PyExc_Exception, SystemError, "The interpreter's own fault.");
SimpleExtendsException(&_PyExc_Exception, ImportError, "A module that cannot be had.");
