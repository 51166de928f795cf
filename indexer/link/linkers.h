/* linkers.h: the linkers, one a file; link.c says in which order they are run. */
#ifndef CPYREAD_LINKERS_H
#define CPYREAD_LINKERS_H

#include "link/link.h"

/* The opcodes, where each is written and where it runs. */
gboolean link_opcodes(Linking *linking, GError **error);

/* Which functions the calls through a pointer reach. */
gboolean link_dispatch(Linking *linking, GError **error);

/* What Python code can name, with the C functions behind it. */
gboolean link_python_names(Linking *linking, GError **error);

/* What Lib/ defines and imports. */
gboolean link_python_lib(Linking *linking, GError **error);

/* What C code looks up by its name in Python; after the names, and after what calls reach. */
gboolean link_lookups(Linking *linking, GError **error);

/* Which opcodes a piece of Python's syntax becomes; after the opcodes. */
gboolean link_syntax(Linking *linking, GError **error);

/* The texts of errors, and where they are raised. */
gboolean link_messages(Linking *linking, GError **error);

/* The words of symbols, when all symbols are there. */
gboolean link_words(Linking *linking, GError **error);

#endif
