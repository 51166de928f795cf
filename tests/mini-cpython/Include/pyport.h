#ifndef Py_PYPORT_H
#define Py_PYPORT_H

/* Types and spellings that differ between platforms. */

#include "pyconfig.h"
#include <stddef.h>
#ifdef HAVE_STDINT_H
#include <stdint.h>
#endif

typedef intptr_t Py_ssize_t;
typedef Py_ssize_t Py_hash_t;
#define PY_SSIZE_T_MAX INTPTR_MAX

#ifdef MS_WINDOWS
#define PyAPI_FUNC(RTYPE) __declspec(dllexport) RTYPE
#define PyAPI_DATA(RTYPE) extern __declspec(dllimport) RTYPE
#define PyMODINIT_FUNC __declspec(dllexport) PyObject *
#else
#define PyAPI_FUNC(RTYPE) RTYPE
#define PyAPI_DATA(RTYPE) extern RTYPE
#define PyMODINIT_FUNC PyObject *
#endif

#if SIZEOF_LONG == 8
#define PyLONG_BITS_IN_DIGIT 30
#else
#define PyLONG_BITS_IN_DIGIT 15
#endif

#ifdef WITH_DOC_STRINGS
#define PyDoc_STR(str) str
#else
#define PyDoc_STR(str) ""
#endif
#define PyDoc_VAR(name) static const char name[]
#define PyDoc_STRVAR(name, str) PyDoc_VAR(name) = PyDoc_STR(str)

#define Py_UNUSED(name) _unused_##name __attribute__((unused))

#endif
