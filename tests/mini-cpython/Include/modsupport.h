#ifndef Py_MODSUPPORT_H
#define Py_MODSUPPORT_H

/* Taking arguments apart. With PY_SSIZE_T_CLEAN, "#" in a format stands for a Py_ssize_t instead of an int, so the
   names are those of other functions. */
#ifdef PY_SSIZE_T_CLEAN
#define PyArg_ParseTuple _PyArg_ParseTuple_SizeT
#endif

PyAPI_FUNC(int) PyArg_ParseTuple(PyObject *, const char *, ...);
PyAPI_FUNC(int) _PyArg_ParseStack(PyObject *const *, Py_ssize_t, const char *, ...);

#endif
