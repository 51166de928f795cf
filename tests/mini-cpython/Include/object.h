#ifndef Py_OBJECT_H
#define Py_OBJECT_H

/* Objects and types: every value begins with a PyObject, and what can be done with it hangs in its type's slots. */

#define PyObject_HEAD PyObject ob_base;
#define PyObject_VAR_HEAD PyVarObject ob_base;
#define PyObject_HEAD_INIT(type) {1, type},
#define PyVarObject_HEAD_INIT(type, size) {PyObject_HEAD_INIT(type) size},

typedef struct _object {
    Py_ssize_t ob_refcnt;
    struct _typeobject *ob_type;
} PyObject;

typedef struct {
    PyObject ob_base;
    Py_ssize_t ob_size;
} PyVarObject;

#define Py_REFCNT(ob) (((PyObject *)(ob))->ob_refcnt)
#define Py_TYPE(ob) (((PyObject *)(ob))->ob_type)
#define Py_SIZE(ob) (((PyVarObject *)(ob))->ob_size)

typedef PyObject *(*unaryfunc)(PyObject *);
typedef PyObject *(*binaryfunc)(PyObject *, PyObject *);
typedef PyObject *(*ternaryfunc)(PyObject *, PyObject *, PyObject *);
typedef int (*inquiry)(PyObject *);
typedef Py_ssize_t (*lenfunc)(PyObject *);
typedef PyObject *(*ssizeargfunc)(PyObject *, Py_ssize_t);
typedef int (*objobjproc)(PyObject *, PyObject *);
typedef int (*objobjargproc)(PyObject *, PyObject *, PyObject *);
typedef int (*visitproc)(PyObject *, void *);
typedef int (*traverseproc)(PyObject *, visitproc, void *);

typedef void (*freefunc)(void *);
typedef void (*destructor)(PyObject *);
typedef PyObject *(*reprfunc)(PyObject *);
typedef Py_hash_t (*hashfunc)(PyObject *);
typedef PyObject *(*richcmpfunc)(PyObject *, PyObject *, int);
typedef PyObject *(*getiterfunc)(PyObject *);
typedef PyObject *(*iternextfunc)(PyObject *);
typedef int (*initproc)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*newfunc)(struct _typeobject *, PyObject *, PyObject *);
typedef PyObject *(*getter)(PyObject *, void *);
typedef int (*setter)(PyObject *, PyObject *, void *);

typedef struct {
    /* Number implementations get two objects, the wrong way round for the reflected call. */
    binaryfunc nb_add;
    binaryfunc nb_subtract;
    binaryfunc nb_multiply;
    unaryfunc nb_negative;
    inquiry nb_bool;
    binaryfunc nb_inplace_add;
} PyNumberMethods;

typedef struct {
    lenfunc sq_length;
    binaryfunc sq_concat;
    ssizeargfunc sq_item;
    objobjproc sq_contains;
} PySequenceMethods;

typedef struct {
    lenfunc mp_length;
    binaryfunc mp_subscript;
    objobjargproc mp_ass_subscript;
} PyMappingMethods;

struct PyMethodDef;

typedef struct PyMemberDef {
    const char *name;
    int type;
    Py_ssize_t offset;
    int flags;
    const char *doc;
} PyMemberDef;

#define T_INT 1
#define T_OBJECT 6
#define READONLY 1

typedef struct PyGetSetDef {
    const char *name;
    getter get;
    setter set;
    const char *doc;
    void *closure;
} PyGetSetDef;

typedef struct _typeobject {
    PyObject_VAR_HEAD
    const char *tp_name; /* with its module, but for built-in types */
    Py_ssize_t tp_basicsize, tp_itemsize;

    destructor tp_dealloc;
    reprfunc tp_repr;

    PyNumberMethods *tp_as_number;
    PySequenceMethods *tp_as_sequence;
    PyMappingMethods *tp_as_mapping;

    hashfunc tp_hash;
    ternaryfunc tp_call;
    unsigned long tp_flags;
    const char *tp_doc;
    traverseproc tp_traverse;
    inquiry tp_clear;
    richcmpfunc tp_richcompare;
    getiterfunc tp_iter;
    iternextfunc tp_iternext;

    /* Where attributes come from */
    struct PyMethodDef *tp_methods;
    struct PyMemberDef *tp_members;
    struct PyGetSetDef *tp_getset;
    struct _typeobject *tp_base;
    PyObject *tp_dict;
    initproc tp_init;
    newfunc tp_new;
    freefunc tp_free;
} PyTypeObject;

/* A class made by a class statement: the suites live inside it. */
typedef struct _heaptypeobject {
    PyTypeObject ht_type;
    PyNumberMethods as_number;
    PyMappingMethods as_mapping;
    PySequenceMethods as_sequence;
} PyHeapTypeObject;

typedef struct {
    int slot; /* a number of typeslots.h */
    void *pfunc;
} PyType_Slot;

typedef struct {
    const char *name;
    int basicsize;
    unsigned int flags;
    PyType_Slot *slots; /* the last one's slot is 0 */
} PyType_Spec;

#define Py_TPFLAGS_HEAPTYPE (1UL << 9)
#define Py_TPFLAGS_HAVE_GC (1UL << 14)
#define Py_TPFLAGS_DEFAULT (1UL << 18)
#define Py_TPFLAGS_BASE_EXC_SUBCLASS (1UL << 30)
#define PyType_HasFeature(t, f) (((t)->tp_flags & (f)) != 0)

/* Reference counts. The last Py_DECREF ends in the type's tp_dealloc. */
#define _Py_Dealloc(op) ((*Py_TYPE(op)->tp_dealloc)((PyObject *)(op)))
#define Py_INCREF(op) (((PyObject *)(op))->ob_refcnt++)
#define Py_DECREF(op)                                                                                        \
    do {                                                                                                     \
        PyObject *_py_decref_tmp = (PyObject *)(op);                                                         \
        if (--(_py_decref_tmp)->ob_refcnt == 0)                                                              \
            _Py_Dealloc(_py_decref_tmp);                                                                     \
    } while (0)
#define Py_XDECREF(op)                                                                                       \
    do {                                                                                                     \
        PyObject *_py_xdecref_tmp = (PyObject *)(op);                                                        \
        if (_py_xdecref_tmp != NULL)                                                                         \
            Py_DECREF(_py_xdecref_tmp);                                                                      \
    } while (0)
#define Py_CLEAR(op)                                                                                         \
    do {                                                                                                     \
        PyObject *_py_tmp = (PyObject *)(op);                                                                \
        if (_py_tmp != NULL) {                                                                               \
            (op) = NULL;                                                                                     \
            Py_DECREF(_py_tmp);                                                                              \
        }                                                                                                    \
    } while (0)

/* The collector's way through an object: needs variables called visit and arg where it is used. */
#define Py_VISIT(op)                                                                                         \
    do {                                                                                                     \
        if (op) {                                                                                            \
            int vret = visit((PyObject *)(op), arg);                                                         \
            if (vret)                                                                                        \
                return vret;                                                                                 \
        }                                                                                                    \
    } while (0)

/* A new reference to op, for the right-hand side of an assignment. */
static inline PyObject *
_Py_NewRef(PyObject *op)
{
    Py_INCREF(op);
    return op;
}

PyAPI_DATA(PyTypeObject) PyType_Type;
PyAPI_DATA(PyTypeObject) PyBaseObject_Type;
PyAPI_DATA(PyObject) _Py_NoneStruct;
PyAPI_DATA(PyObject) _Py_NotImplementedStruct;
#define Py_None (&_Py_NoneStruct)
#define Py_NotImplemented (&_Py_NotImplementedStruct)
#define Py_RETURN_NONE return Py_INCREF(Py_None), Py_None
#define Py_RETURN_NOTIMPLEMENTED return Py_INCREF(Py_NotImplemented), Py_NotImplemented

/* What tp_richcompare is asked for */
#define Py_LT 0
#define Py_EQ 2

PyAPI_FUNC(PyObject *) _PyObject_New(PyTypeObject *type);
#define PyObject_New(type, typeobj) ((type *)_PyObject_New(typeobj))
PyAPI_FUNC(void) PyObject_Del(void *);
PyAPI_FUNC(Py_hash_t) PyObject_Hash(PyObject *);
PyAPI_FUNC(Py_hash_t) PyObject_HashNotImplemented(PyObject *);
PyAPI_FUNC(PyObject *) PyObject_Repr(PyObject *);
PyAPI_FUNC(PyObject *) PyObject_RichCompare(PyObject *, PyObject *, int);
PyAPI_FUNC(int) PyObject_RichCompareBool(PyObject *, PyObject *, int);
PyAPI_FUNC(PyObject *) PyObject_GetAttrString(PyObject *, const char *);
PyAPI_FUNC(PyObject *) PyType_FromSpec(PyType_Spec *);
PyAPI_FUNC(int) PyType_Ready(PyTypeObject *);
PyAPI_FUNC(int) PyType_IsSubtype(PyTypeObject *, PyTypeObject *);

/* A method that C looks up by its name. */
typedef struct _Py_Identifier {
    const char *string;
} _Py_Identifier;
#define _Py_IDENTIFIER(varname) static _Py_Identifier PyId_##varname = {#varname}

#endif
