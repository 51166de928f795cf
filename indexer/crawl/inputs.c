/* inputs.c: see inputs.h.
 *
 * A file of the tree is told by a sum of the compiler's own copy of it: should the file change while the index is
 * made, it shows. The system's headers are many and change with packages; their size and time will do. */
#include "crawl/inputs.h"

#include "crawl/source.h"
#include "store/contents.h"
#include "store/sum.h"

#include <string.h>

typedef struct Inputs {
    CXTranslationUnit unit;
    const char *root;
    Facts *facts;
    GHashTable *seen; /* set of names */
} Inputs;

static void add(Inputs *inputs, FactSourceKind kind, const char *path, const char *mark)
{
    FactSource source = {kind, facts_string(inputs->facts, path), facts_string(inputs->facts, mark)};
    g_array_append_val(inputs->facts->sources, source);
}

static void add_tree_file(Inputs *inputs, CXFile file, const char *path)
{
    size_t size = 0;
    const char *text = clang_getFileContents(inputs->unit, file, &size);
    g_autofree char *mark = text == NULL ? NULL : contents_mark(sum_bytes(size, text, size));
    add(inputs, FACT_SOURCE_TREE, path, mark);
}

static void add_file(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    Inputs *inputs = data;
    CXString string = clang_getFileName(file);
    const char *name = clang_getCString(string);
    g_autofree char *path = g_canonicalize_filename(name, inputs->root);
    g_autofree char *base = g_path_get_basename(path);
    gsize length = strlen(inputs->root);
    clang_disposeString(string);
    if (g_str_has_prefix(base, PROLOGUE_PREFIX) || !g_hash_table_add(inputs->seen, g_strdup(path)))
        return;
    if (strncmp(path, inputs->root, length) == 0 && path[length] == '/') {
        add_tree_file(inputs, file, path + length + 1);
    } else {
        g_autofree char *mark = contents_stamp(path);
        add(inputs, FACT_SOURCE_OUTSIDE, path, mark);
    }
}

static void add_missing(Inputs *inputs, const char *message)
{
    const char *end = strstr(message, "' file not found");
    if (*message != '\'' || end == NULL)
        return;
    g_autofree char *name = g_strndup(message + 1, end - message - 1);
    add(inputs, FACT_SOURCE_MISSING, name, NULL);
}

void inputs_add(CXTranslationUnit unit, const char *root, Facts *facts)
{
    Inputs inputs = {unit, root, facts, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    clang_getInclusions(unit, add_file, &inputs);
    unsigned count = clang_getNumDiagnostics(unit); /* it may be dear: it is asked once */
    for (unsigned i = 0; i < count; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        CXString message = clang_getDiagnosticSpelling(diagnostic);
        add_missing(&inputs, clang_getCString(message));
        clang_disposeString(message);
        clang_disposeDiagnostic(diagnostic);
    }
    g_hash_table_unref(inputs.seen);
}
