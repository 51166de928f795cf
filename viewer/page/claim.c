/* claim.c: whether citations and names hold.
 *
 * A citation's lines are found again by their text: what stood there, in the tree that the citation is of, is looked for
 * in the tree that is asked. The other tree is an index beside this one, or a commit of the checkout; where neither is
 * there, the symbol alone can be asked for. */
#include "page/claim.h"

#include "query/head.h"
#include "query/resolve.h"

#include <string.h>

#define NEAREST 3

void claim_free(Claim *claim)
{
    g_free(claim->why);
    g_free(claim);
}

static Claim *judge(ClaimVerdict verdict, const char *format, ...) G_GNUC_PRINTF(2, 3);

static Claim *judge(ClaimVerdict verdict, const char *format, ...)
{
    Claim *claim = g_new0(Claim, 1);
    va_list arguments;

    va_start(arguments, format);
    claim->verdict = verdict;
    claim->why = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return claim;
}

static Claim *holds(void)
{
    return g_new0(Claim, 1);
}

static gboolean is_version_of(const char *version, const char *tree)
{
    tree += tree[0] == 'v';
    return g_str_has_prefix(version, tree) && !g_ascii_isdigit(version[strlen(tree)]);
}

gboolean claim_is_of(Index *index, const char *tree)
{
    const char *commit = index_commit(index);

    return is_version_of(index_version(index), tree) ||
           (strlen(tree) >= 7 && commit != NULL && g_str_has_prefix(commit, tree));
}

/* ---- what stood there ------------------------------------------------------------------------------------------- */

Index *claim_open(Index *index, const char *tree)
{
    g_autofree char *folder = g_path_get_dirname(index_path(index));
    g_autofree char *name = g_strconcat(tree, ".db", NULL);
    g_autofree char *beside = g_build_filename(folder, name, NULL);
    const IndexChoice by_path = {.db = beside}, by_version = {.at = tree};

    g_autoptr(Index) other = index_open(g_file_test(beside, G_FILE_TEST_EXISTS) ? &by_path : &by_version, NULL);
    return other != NULL && claim_is_of(other, tree) ? g_steal_pointer(&other) : NULL;
}

/* A file at a commit of the checkout; NULL: the commit is not there. The caller frees it. */
static char *file_at(Index *index, const char *commit, const char *path)
{
    g_autofree char *object = g_strconcat(commit, ":", path, NULL), *text = NULL;
    const char *const arguments[] = {"git", "-C", index_source(index), "show", object, NULL};
    int status;

    if (index_source(index) == NULL || strspn(commit, "0123456789abcdef") != strlen(commit) ||
        !g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                      &text, NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL))
        return NULL;
    return g_steal_pointer(&text);
}

/* Lines `first` to `last` of a text; NULL: it has no such lines. The caller frees it. */
static char *cut_lines(const char *text, int first, int last)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GString *cut = g_string_new(NULL);

    for (int i = 0; i < last && lines[i] != NULL; i++)
        if (i + 1 >= first)
            g_string_append_printf(cut, "%s\n", lines[i]);
    return g_string_free(cut, FALSE);
}

/* The text that a citation of another tree names; NULL: that tree cannot be asked. The caller frees it. */
static char *cited_text(Index *index, const Citation *citation)
{
    g_autofree char *file = file_at(index, citation->tree, citation->path);
    gboolean is_stale;

    if (file != NULL)
        return cut_lines(file, citation->first, citation->last);
    g_autoptr(Index) other = claim_open(index, citation->tree);
    if (other == NULL)
        return NULL;
    return index_read_source(other, citation->path, citation->first, citation->last, &is_stale, NULL);
}

/* The first of the lines `first` to `last` of a file from which on `text` stands; 0: it does not. */
static int find_text(Index *index, const char *path, int first, int last, const char *text)
{
    gboolean is_stale;
    g_autofree char *now = index_read_source(index, path, first, last, &is_stale, NULL);
    int line = first;

    for (const char *at = now; at != NULL && *at != '\0'; line++) {
        if (g_str_has_prefix(at, text))
            return line;
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return 0;
}

/* ---- citations -------------------------------------------------------------------------------------------------- */

/* How many lines a file of the tree has; -1: there is no such file. */
static int line_count(Index *index, const char *path)
{
    g_autoptr(Table) files = index_query(index, NULL, "resolve_file", "file", path, NULL);
    gboolean is_stale;

    if (files == NULL || table_size(files) != 1 || strcmp(table_get(files, 0, "path"), path) != 0)
        return -1;
    g_autofree char *text = index_read_source(index, path, 1, 10000000, &is_stale, NULL);
    int lines = 0;
    for (const char *at = text; at != NULL && (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    return lines;
}

static Claim *say_moved(const Citation *citation, int first, int last)
{
    const char *of = citation->symbol != NULL ? citation->symbol : citation->path;
    Claim *claim = first == last ? judge(CLAIM_MOVED, "%s: now line %d", of, first)
                                 : judge(CLAIM_MOVED, "%s: now lines %d-%d", of, first, last);

    claim->first = first;
    claim->last = last;
    return claim;
}

/* Lines with the cited text between `first` and `last`; NULL: it cannot be said what stood there. */
static Claim *follow_text(Index *index, const Citation *citation, int first, int last)
{
    g_autofree char *text = cited_text(index, citation);
    Claim *claim;

    if (text == NULL || *text == '\0')
        return NULL;
    int now = find_text(index, citation->path, first, last, text);
    if (now == citation->first)
        return holds();
    if (now > 0)
        return say_moved(citation, now, now + citation->last - citation->first);
    claim = citation->symbol != NULL
                ? judge(CLAIM_CHANGED, "%s is at lines %d-%d now, and these lines are not in it as they were",
                        citation->symbol, first, last)
                : judge(CLAIM_CHANGED, "these lines are not in %s as they were", citation->path);
    claim->first = first;
    claim->last = last;
    return claim;
}

/* Of a tree that cannot be asked: the symbol has moved, of its lines nothing can be said. */
static Claim *say_symbol_moved(const Citation *citation, int first, int last)
{
    Claim *claim = judge(CLAIM_MOVED, "%s is at lines %d-%d now; whether these lines are still in it, the tree of %s would say",
                         citation->symbol, first, last, citation->tree);

    claim->first = first;
    claim->last = last;
    return claim;
}

/* The citation of a symbol that stands at `first` to `last`. */
static Claim *judge_lines(Index *index, const Citation *citation, int first, int last)
{
    gboolean is_inside = citation->first >= first && citation->last <= last, is_here = claim_is_of(index, citation->tree);
    Claim *claim = is_here ? NULL : follow_text(index, citation, first, last);

    if (claim != NULL)
        return claim;
    if (is_here)
        return is_inside ? holds() : say_moved(citation, first, last);
    return is_inside ? judge(CLAIM_UNKNOWN, "%s cannot be asked here", citation->tree)
                     : say_symbol_moved(citation, first, last);
}

static Claim *judge_symbol(Index *index, const Citation *citation, GError **error)
{
    g_autofree char *name = g_strconcat(citation->path, ":", citation->symbol, NULL);
    g_autoptr(Table) symbols = resolve(index, name, error);

    if (symbols == NULL)
        return NULL;
    for (guint row = 0; row < table_size(symbols); row++) {
        const char *file = table_get(symbols, row, "file");
        int first = file != NULL ? head_line(index, symbols, row) : 0;
        int last = MAX((int)table_get_int(symbols, row, "end_line"), (int)table_get_int(symbols, row, "line"));
        if (file != NULL && strcmp(file, citation->path) == 0)
            return judge_lines(index, citation, first, last);
    }
    g_autoptr(Claim) name_alone = claim_name(index, citation->symbol, error);
    if (name_alone == NULL)
        return NULL;
    if (name_alone->verdict == CLAIM_GONE) /* from everywhere */
        return g_steal_pointer(&name_alone);
    return judge(CLAIM_GONE, "no %s in %s of %s", citation->symbol, citation->path, index_tree(index));
}

Claim *claim_citation(Index *index, const Citation *citation, GError **error)
{
    int lines;

    if (!cite_is_inside(citation->path))
        return judge(CLAIM_WRONG, "%s leaves the tree", citation->path);
    if (citation->first < 1 || citation->last < citation->first)
        return judge(CLAIM_WRONG, "%d-%d are no lines", citation->first, citation->last);
    if ((lines = line_count(index, citation->path)) < 0)
        return judge(CLAIM_GONE, "no file %s in %s", citation->path, index_tree(index));
    if (citation->symbol != NULL)
        return judge_symbol(index, citation, error);
    if (!claim_is_of(index, citation->tree)) {
        Claim *claim = follow_text(index, citation, 1, MAX(lines, 1));
        return claim != NULL ? claim : judge(CLAIM_UNKNOWN, "%s cannot be asked here", citation->tree);
    }
    if (citation->last > lines)
        return judge(CLAIM_GONE, "%s has %d lines", citation->path, lines);
    return holds();
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

Claim *claim_name(Index *index, const char *name, GError **error)
{
    g_autoptr(Table) symbols = resolve(index, name, error);

    if (symbols == NULL)
        return NULL;
    if (table_size(symbols) > 0)
        return holds();
    g_auto(GStrv) names = resolve_nearest(index, name, NEAREST, NULL);
    g_autofree char *list = names != NULL ? g_strjoinv(", ", names) : g_strdup("");
    return judge(CLAIM_GONE, "no symbol %s in %s%s%s", name, index_tree(index), *list != '\0' ? "; nearest: " : "",
                 list);
}

Claim *claim_file(Index *index, const char *path, GError **error)
{
    g_autoptr(Table) files = NULL;

    if (!cite_is_inside(path))
        return judge(CLAIM_WRONG, "%s leaves the tree", path);
    if ((files = index_query(index, error, "resolve_file", "file", path, NULL)) == NULL)
        return NULL;
    return table_size(files) > 0 ? holds() : judge(CLAIM_GONE, "no file %s in %s", path, index_tree(index));
}
