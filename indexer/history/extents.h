/* extents.h: where in a C file its functions, macros, types, variables and opcodes begin and end.
 *
 * Old trees are never parsed: a commit's files are looked at as text, each side of every #if. So a function may stand
 * there twice. Declarations are left out. */
#ifndef CPYREAD_HISTORY_EXTENTS_H
#define CPYREAD_HISTORY_EXTENTS_H

#include <glib.h>

typedef enum ExtentKind {
    EXTENT_FUNCTION,
    EXTENT_MACRO,
    EXTENT_TYPE,     /* struct, union, enum, typedef */
    EXTENT_VARIABLE, /* tables, too; and what PyDoc_STRVAR and _Py_IDENTIFIER define */
    EXTENT_OPCODE,   /* TARGET(X) { … }; inst, op and macro in bytecodes.c */
} ExtentKind;

/* All are bytes of the text; `end` is behind the last one. */
typedef struct Extent {
    ExtentKind kind;
    guint name, name_length; /* as written: STRINGLIB(find_char) */
    guint outer;             /* where the comment above it begins; `start` if there is none */
    guint start, end;
} Extent;

typedef struct Image {
    char *text; /* ends with a zero byte */
    guint size;
    GArray *extents; /* of Extent, by `start`, an outer one before those within */
    guint32 *lines;  /* where each line begins */
    guint line_count;
} Image;

/* The extents of `text`, which it takes. `path` tells whether opcodes may be in it. */
Image *image_new(const char *path, char *text, gsize size);
void image_free(Image *image);

/* The number of the line that holds byte `at`; where a line begins (behind the last one: the end). */
guint image_line(const Image *image, guint at);
const char *image_line_text(const Image *image, guint line);

/* "function", "macro" … */
const char *extent_kind_name(ExtentKind kind);

/* The caller frees it. Line breaks and blanks in it are gone. */
char *extent_name(const Image *image, const Extent *extent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Image, image_free)

#endif
