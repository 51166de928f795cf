/* The records by which C code hands names to Python, as small as they can be. */
#include <stddef.h>

#include "typeslots.h"

typedef struct _object { long ob_refcnt; struct _typeobject *ob_type; } PyObject;
typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef PyObject *(*unaryfunc)(PyObject *);
typedef PyObject *(*binaryfunc)(PyObject *, PyObject *);
typedef long (*lenfunc)(PyObject *);
typedef long (*hashfunc)(PyObject *);
typedef PyObject *(*getter)(PyObject *, void *);
typedef int (*setter)(PyObject *, PyObject *, void *);
typedef PyObject *(*newfunc)(struct _typeobject *, PyObject *, PyObject *);
typedef PyObject *(*wrapperfunc)(PyObject *self, PyObject *args, void *wrapped);

typedef struct { const char *ml_name; PyCFunction ml_meth; int ml_flags; const char *ml_doc; } PyMethodDef;
typedef struct { const char *name; getter get; setter set; const char *doc; void *closure; } PyGetSetDef;
typedef struct { const char *name; int type; long offset; int flags; const char *doc; } PyMemberDef;
typedef struct { binaryfunc nb_add; } PyNumberMethods;
typedef struct { lenfunc sq_length; binaryfunc sq_concat; } PySequenceMethods;
typedef struct { lenfunc mp_length; } PyMappingMethods;

typedef struct _typeobject {
    PyObject ob_base;
    const char *tp_name;
    long tp_basicsize;
    PyNumberMethods *tp_as_number;
    PySequenceMethods *tp_as_sequence;
    PyMappingMethods *tp_as_mapping;
    hashfunc tp_hash;
    unaryfunc tp_repr;
    unsigned long tp_flags;
    PyMethodDef *tp_methods;
    PyMemberDef *tp_members;
    PyGetSetDef *tp_getset;
    struct _typeobject *tp_base;
    newfunc tp_new;
} PyTypeObject;

typedef struct { PyTypeObject ht_type; PyNumberMethods as_number; PySequenceMethods as_sequence; PyMappingMethods as_mapping; } PyHeapTypeObject;

typedef struct { int slot; void *pfunc; } PyType_Slot;
typedef struct { const char *name; int basicsize; unsigned flags; PyType_Slot *slots; } PyType_Spec;
typedef struct { const char *name; const char *doc; } PyStructSequence_Field;
typedef struct { const char *name; PyStructSequence_Field *fields; int n_in_sequence; } PyStructSequence_Desc;
typedef struct { int slot; void *value; } PyModuleDef_Slot;
typedef struct { const char *m_name; PyMethodDef *m_methods; PyModuleDef_Slot *m_slots; } PyModuleDef;

#define Py_TPFLAGS_DEFAULT  0 /* no flag */
#define Py_TPFLAGS_HEAPTYPE (1UL << 9)
#define Py_TPFLAGS_BASETYPE (1UL << 10)
#define Py_TPFLAGS_EGG_SUBCLASS (1UL << 31)

#define METH_O        0x0008
#define METH_NOARGS   0x0004
#define METH_CLASS    0x0010
#define METH_STATIC   0x0020
#define METH_COEXIST  0x0040
#define METH_FASTCALL 0x0080
#define METH_KEYWORDS 0x0002

extern PyTypeObject PyBaseObject_Type, _PyExc_Exception, _PyExc_BaseException;
extern PyObject *PyExc_Exception;
PyObject *PyModule_Create(PyModuleDef *);
PyObject *PyModuleDef_Init(PyModuleDef *);
int PyModule_AddObject(PyObject *, const char *, PyObject *);
int PyModule_AddFunctions(PyObject *, PyMethodDef *);
PyObject *PyErr_NewException(const char *, PyObject *, PyObject *);
int PyStructSequence_InitType2(PyTypeObject *, PyStructSequence_Desc *);
PyObject *PyType_FromSpec(PyType_Spec *);
PyObject *PyType_FromSpecWithBases(PyType_Spec *, PyObject *);
int PyType_Ready(PyTypeObject *);
long PyObject_HashNotImplemented(PyObject *);
