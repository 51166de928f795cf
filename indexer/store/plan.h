/* plan.h: what is to be read, said without CPython's words and without clang's.
 *
 * tree/ makes a Plan out of a checkout, crawl/ carries it out, and the writer stores who is part of what. The
 * three do not know each other; this file is all that they share. All paths are relative to the root, '/'
 * between the parts, without "." or ".." (but for a made-up file, which has to be spelled as the compiler
 * will look for it). */
#ifndef CPYREAD_PLAN_H
#define CPYREAD_PLAN_H

#include <glib.h>

/* A translation unit: one run of the compiler. */
typedef struct Unit {
    char *path;      /* the .c file */
    char *part_of;   /* what it is linked into: "python" (the interpreter), a module ("_ssl") or another
                        program;   external names bind within it first, then in the interpreter */
    GStrv arguments; /* the compiler's arguments, without the compiler, the file, -c and -o; paths relative to
                        the root */
} Unit;

/* A file that a build would have made, handed to the compiler from memory. Need not exist, nor need its
 * folder. */
typedef struct Unsaved {
    char *path;
    char *text;
} Unsaved;

/* A source that is not read here, and why ("for Windows"). */
typedef struct Skipped {
    char *path;
    char *because;
} Skipped;

typedef struct Plan {
    char *root;    /* the checkout, an absolute path without symbolic links: the compiler resolves them too */
    char *version; /* PY_VERSION, "3.7.0b3+" */
    GPtrArray *units;   /* of Unit, in the order of path, then part_of */
    GPtrArray *unsaved; /* of Unsaved, in the order of path */
    GPtrArray *skipped; /* of Skipped, in the order of path */
    GPtrArray *notes;   /* of char *: what the user should know about how the plan came to be, a line each */
} Plan;

Plan *plan_new(const char *root);
void plan_free(Plan *plan);
void plan_add_unit(Plan *plan, const char *path, const char *part_of, GStrv arguments); /* takes arguments */
void plan_add_unsaved(Plan *plan, const char *path, char *text);                        /* takes text */
void plan_add_skipped(Plan *plan, const char *path, const char *because);
void plan_add_note(Plan *plan, const char *format, ...) G_GNUC_PRINTF(2, 3);
void plan_sort(Plan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)

#endif
