/* generated.h: which files of a checkout a program wrote. */
#ifndef CPYREAD_TREE_GENERATED_H
#define CPYREAD_TREE_GENERATED_H

#include <glib.h>

/* Whether the file at `path` (in the checkout), with these contents, is generated code. */
gboolean tree_is_generated(const char *path, const char *text, gsize size);

#endif
