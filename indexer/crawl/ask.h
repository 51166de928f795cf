/* ask.h: asks the compiler what a text declares. */
#ifndef CPYREAD_ASK_H
#define CPYREAD_ASK_H

#include <glib.h>

/* Parses `source` (C text) with `arguments` (NULL-ended) and returns the set of what came out of it, headers
 * included: "function NAME", "variable NAME", "type NAME" (typedefs; records and enums as "type struct NAME"
 * …), "macro NAME", "field RECORD.NAME" (RECORD as "struct stat", or a typedef's name), "value NAME=NUMBER"
 * (enumerators). Errors in `source` do not matter: what is still understood counts. NULL with `error`
 * (G_FILE_ERROR) if libclang cannot parse at all. The caller owns the result; `data` is not used. */
GHashTable *ask_compiler(const char *source, const char *const *arguments, gpointer data, GError **error);

#endif
