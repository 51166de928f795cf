/* One module's functions for another: an array of void pointers, carried by an object, called through casts
 * (PyCurses_API in Modules/_cursesmodule.c and Include/py_curses.h). */
#include "Python.h"

typedef struct {
    PyObject base;
    void *pointer;
} Capsule;

static Capsule the_capsule;

static Capsule *new_capsule(void *pointer) { the_capsule.pointer = pointer; return &the_capsule; }
static void *import_capsule(void) { return the_capsule.pointer; }

static int spam_system(const char *command) { return command != NULL; }
static int spam_exit(const char *command, int status) { return command && status; }

Capsule *
export_spam(void)
{
    static void *Spam_API[2];
    Spam_API[0] = (void *)spam_system;
    Spam_API[1] = (void *)spam_exit;
    return new_capsule((void *)Spam_API);
}

static void **Imported_API;
#define Spam_System (*(int (*)(const char *))Imported_API[0])

int
use_capsule(void)
{
    Imported_API = (void **)import_capsule();
    ((int (*)(const char *, int))Imported_API[1])("", 1);   /* call: spam_exit slot Capsule.pointer; only */
    return Spam_System("ls"); /* call: Spam_System macro; spam_system slot Capsule.pointer; only */
}
