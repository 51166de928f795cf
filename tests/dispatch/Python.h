/* What the fixtures share: the types of CPython that a linker knows by name. All other records are a
 * fixture's own, so * that none reaches what another one stores. */
#ifndef Py_PYTHON_H
#define Py_PYTHON_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef intptr_t Py_ssize_t;
struct _typeobject;

typedef struct _object {
    Py_ssize_t ob_refcnt;
    struct _typeobject *ob_type;
} PyObject;

typedef PyObject *(*unaryfunc)(PyObject *);
typedef PyObject *(*binaryfunc)(PyObject *, PyObject *);
typedef Py_ssize_t (*lenfunc)(PyObject *);
typedef void (*destructor)(PyObject *);
typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef PyObject *(*wrapperfunc)(PyObject *self, PyObject *args, void *wrapped);

typedef struct {
    binaryfunc nb_add;
    binaryfunc nb_subtract;
    unaryfunc nb_negative;
    unaryfunc nb_positive;
} PyNumberMethods;

typedef struct {
    lenfunc sq_length;
} PySequenceMethods;

typedef struct {
    lenfunc mp_length;
} PyMappingMethods;

typedef struct _typeobject {
    const char *tp_name;
    destructor tp_dealloc;
    unaryfunc tp_str;
    unaryfunc tp_iter;
    PyNumberMethods *tp_as_number;
    PySequenceMethods *tp_as_sequence;
    PyMappingMethods *tp_as_mapping;
    Py_ssize_t tp_vectorcall_offset;
} PyTypeObject;

typedef struct {
    PyTypeObject ht_type;
    PyNumberMethods as_number;
    PyMappingMethods as_mapping;
    PySequenceMethods as_sequence;
} PyHeapTypeObject;

#include "methodobject.h"
#include "typeslots.h"

#endif
