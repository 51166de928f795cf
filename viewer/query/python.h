/* python.h: names as Python code has them: what people type, and what it leads to.
 *
 * `os.stat` is found through Lib/os.py, which has all of posix; `bool.__add__` is what int has; `open` is what start-up puts
 * among the builtins. */
#ifndef CPYREAD_QUERY_PYTHON_H
#define CPYREAD_QUERY_PYTHON_H

#include "query/index.h"

typedef struct PythonFound {
    char *name;      /* as the running interpreter has it: posix.stat, builtins.int.__add__, posixpath.join */
    char *inherited; /* the type that it was looked for in, and does not have it itself; NULL: it does */
    Table *
        rows; /* of python_name, where C code makes it: name, kind, function_id, impl_id, symbol_id, flags, file, line */
    Table *source; /* of python_source, where Lib does: name, kind, path, line; NULL or empty: it does not */
} PythonFound;

/* What `name` leads to, also with a literal for its type ("".join) or without its module, where one name alone ends so; NULL without `error`: nothing that the index knows. */
PythonFound *python_find(Index *index, const char *name, GError **error);
void python_found_free(PythonFound *found);

/* The symbols that it stands for, with the columns of the view symbols: of a wrapper of Argument Clinic's the function that
 * a person wrote; what Lib defines has kind "Python function" and the like, and no id. Never NULL but with `error`. */
Table *python_symbols(Index *index, const PythonFound *found, GError **error);

/* Names in Python that end as `name` does: collections.deque.append of deque.append; at most `limit`. The caller frees them. */
GStrv python_namesakes(Index *index, const char *name, guint limit);

/* The file of Lib's that is the module before the last dot of `name`: Lib/types.py of types.FunctionType, which it sets as it runs.
 * NULL: there is none. The caller frees it. */
char *python_module_file(Index *index, const char *name);

/* "+" is BINARY_ADD, or BINARY_OP from 3.11 on; NULL: it is no operator. The candidates, NULL last. */
const char *const *python_operator(const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonFound, python_found_free)

#endif
