/* gdb.c: see gdb.h.
 *
 * A Python that starts passes the functions of a path hundreds of times before the first line of a snippet. So gdb stops at
 * builtin_id first, as CPython's own Lib/test/test_gdb.py does, and sets the breakpoints of the path there. */
#include "page/gdb.h"

#include "query/resolve.h"

#include <string.h>

static const NoteFence *find_snippet(const GPtrArray *fences)
{
    for (guint i = 0; i < fences->len; i++) {
        const NoteFence *fence = fences->pdata[i];
        g_auto(GStrv) words = g_strsplit_set(fence->info, " \t", -1);
        if (g_strcmp0(words[0], "python") == 0 && g_strv_contains((const char *const *)words, "gdb"))
            return fence;
    }
    return NULL;
}

/* The snippet as a Python string that stands within '…' of a shell. */
static void append_python_string(GString *to, const char *text)
{
    g_string_append_c(to, '"');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\n')
            g_string_append(to, "\\n");
        else if (*at == '\'' || *at == '"' || *at == '\\' || (unsigned char)*at < ' ')
            g_string_append_printf(to, "\\x%02x", (unsigned char)*at);
        else
            g_string_append_c(to, *at);
    }
    g_string_append_c(to, '"');
}

static void append_break(GString *to, const char *file, const char *line, const char *where)
{
    g_autofree char *base = g_path_get_basename(file);

    g_string_append_printf(to, "# %s:%s\nbreak %s:%s\ncommands\nsilent\nbacktrace 3\nend\n", file, line, base, where);
}

/* The body of an opcode has a line and no name; the one that runs may stand in a file that a program wrote. */
static gboolean append_opcode(GString *to, Index *index, const char *name, GError **error)
{
    g_autoptr(Table) opcode = index_query(index, error, "opcode", "name", name, NULL);

    if (opcode != NULL && table_size(opcode) > 0 && table_get(opcode, 0, "run_file") != NULL)
        append_break(to, table_get(opcode, 0, "run_file"), table_get(opcode, 0, "run_line"),
                     table_get(opcode, 0, "run_line"));
    return opcode != NULL;
}

/* Says in the file why gdb does not stop at a name, and to who makes it, unless the tree has none: that is said of the note. */
static void leave_out(GString *to, GPtrArray *left_out, const char *name, const char *why)
{
    g_string_append_printf(to, "# no stop at %s: %s\n", name, why != NULL ? why : "the tree has none");
    if (why != NULL)
        g_ptr_array_add(left_out, g_strdup_printf("NOTE.gdb does not stop at %s: %s", name, why));
}

/* "it may mean listobject.c:merge_at, …"; the caller frees it. */
static char *several(const Table *found)
{
    g_autoptr(GString) why = g_string_new("it may mean ");

    for (guint i = 0; i < table_size(found); i++) {
        const char *file = table_get(found, i, "file");
        g_autofree char *base = g_path_get_basename(file != NULL ? file : "?");
        g_string_append_printf(why, "%s%s:%s", i > 0 ? ", " : "", base, table_get(found, i, "name"));
    }
    return g_string_free(g_steal_pointer(&why), FALSE);
}

static gboolean append_symbol(GString *to, Index *index, const char *name, GPtrArray *left_out, GError **error)
{
    g_autoptr(Table) found = resolve(index, name, error);

    if (found == NULL)
        return FALSE;
    g_autofree char *why = table_size(found) > 1 ? several(found) : NULL;
    const char *kind = table_size(found) == 1 ? table_get(found, 0, "kind") : "";
    if (strcmp(kind, "opcode") == 0)
        return append_opcode(to, index, table_get(found, 0, "name"), error);
    if (strcmp(kind, "function") == 0 && table_get(found, 0, "file") != NULL)
        append_break(to, table_get(found, 0, "file"), table_get(found, 0, "line"), table_get(found, 0, "name"));
    else
        leave_out(to, left_out, name, why != NULL ? why : *kind != '\0' ? "it is no function" : NULL);
    return TRUE;
}

/* A breakpoint for each function and opcode of the note's symbols that the tree has. */
static gboolean append_breaks(GString *to, Index *index, const Note *note, GPtrArray *left_out, GError **error)
{
    g_auto(GStrv) names = g_strsplit_set(note->symbols != NULL ? note->symbols : "", " \t", -1);

    for (guint i = 0; names[i] != NULL; i++)
        if (names[i][0] != '\0' && !append_symbol(to, index, names[i], left_out, error))
            return FALSE;
    return TRUE;
}

char *gdb_script(Index *index, const Note *note, GPtrArray *left_out, GError **error)
{
    g_autoptr(GPtrArray) fences = note_fences(note, error);
    const NoteFence *snippet = fences != NULL ? find_snippet(fences) : NULL;
    g_autoptr(GString) to = g_string_new(NULL);

    if (snippet == NULL)
        return NULL;
    if (strstr(snippet->text, "id(0)") == NULL) {
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK,
                    "%s:%d: the block for gdb calls id(0) just before the line of interest", note->path, snippet->line);
        return NULL;
    }
    g_string_append_printf(to, "# %s\n# %s\n# gdb -x THIS PYTHON: an unoptimised build of that version (make python).\n",
                           note->title, index_tree(index));
    g_string_append(to, "# It stops at id(0), then at each function of the path; c goes on, finish runs to its end.\n"
                        "set pagination off\nset breakpoint pending on\nset startup-with-shell on\n"
                        "set args -I -S -c 'exec(");
    append_python_string(to, snippet->text);
    g_string_append(to, ")'\ntbreak builtin_id\nrun\n");
    if (!append_breaks(to, index, note, left_out, error))
        return NULL;
    g_string_append(to, "continue\n");
    return g_strdup(to->str);
}
