/* Built-in, frozen and shared modules. */
struct _inittab {
    const char *name;
    PyObject *(*initfunc)(void);
};
extern struct _inittab _PyImport_Inittab[];

struct _frozen {
    const char *name;
    const unsigned char *code;
    int size;
};
PyAPI_DATA(const struct _frozen *) PyImport_FrozenModules;

typedef void (*dl_funcptr)(void);
PyAPI_FUNC(PyObject *) PyImport_ImportModule(const char *);
extern dl_funcptr _PyImport_FindSharedFuncptr(const char *prefix, const char *shortname, const char *pathname);
extern PyObject *_PyBuiltin_Init(void);
