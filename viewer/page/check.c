/* check.c: see check.h.
 *
 * The blocks are cmark's to find. Between them each line is looked at as it stands in the file, since a citation's numbers
 * must be found again to be rewritten. A word is held to be a name only where it cannot well be anything else: what a
 * snippet or a printed function has, and what looks like Python, is never complained of. */
#include "page/check.h"

#include "page/commit.h"
#include "page/snippet.h"
#include "query/resolve.h"

#include <string.h>

typedef struct Checking {
    Index *index;
    const Note *note;
    HandoutRun run;
    Check *check;
    GPtrArray *fences;
    GString *source;  /* that the blocks print */
    GHashTable *told; /* names that were complained of */
} Checking;

static void problem_free(gpointer data)
{
    Problem *problem = data;

    g_free(problem->name);
    g_free(problem->why);
    g_free(problem->lines);
    g_free(problem);
}

void check_free(Check *check)
{
    g_ptr_array_unref(check->problems);
    g_free(check);
}

static Problem *add_problem(Check *check, int line, const char *what, const char *name, const char *why)
{
    Problem *problem = g_new0(Problem, 1);

    problem->line = line;
    problem->what = what;
    problem->name = g_strdup(name);
    problem->why = g_strdup(why);
    g_ptr_array_add(check->problems, problem);
    return problem;
}

static const char *const verdicts[] = {
    [CLAIM_HOLDS] = NULL,        [CLAIM_UNKNOWN] = NULL, [CLAIM_MOVED] = "moved",
    [CLAIM_CHANGED] = "changed", [CLAIM_GONE] = "gone",  [CLAIM_WRONG] = "wrong",
};

/* ---- names ------------------------------------------------------------------------------------------------------ */

static gboolean has_word(const char *text, const char *word)
{
    g_autofree char *escaped = g_regex_escape_string(word, -1);
    g_autofree char *pattern = g_strdup_printf("(?<!\\w)%s(?!\\w)", escaped);

    return g_regex_match_simple(pattern, text, G_REGEX_RAW, 0);
}

/* Whether the note itself shows what the word is: its own Python has it, or it is a variable of a function that it prints. */
static gboolean is_shown(const Checking *checking, const char *name)
{
    for (guint i = 0; i < checking->fences->len; i++) {
        const NoteFence *fence = checking->fences->pdata[i];
        if (g_str_has_prefix(fence->info, "py") && has_word(fence->text, name))
            return TRUE;
    }
    return has_word(checking->source->str, name);
}

static gboolean keep_claim(Checking *checking, int line, const char *name, Claim *claim)
{
    checking->check->names++;
    if (verdicts[claim->verdict] != NULL && g_hash_table_add(checking->told, g_strdup(name)))
        add_problem(checking->check, line, verdicts[claim->verdict], name, claim->why);
    return TRUE;
}

static gboolean check_name(Checking *checking, Index *index, int line, const char *name, GError **error)
{
    g_autoptr(Claim) claim = claim_name(index, name, error);

    return claim != NULL && keep_claim(checking, line, name, claim);
}

/* A name of another tree, which may not be there to be asked. */
static gboolean check_elsewhere(Checking *checking, int line, const char *name, const char *tree, GError **error)
{
    g_autoptr(Index) other = claim_open(checking->index, tree);

    checking->check->unknown += other == NULL;
    return other == NULL || check_name(checking, other, line, name, error);
}

static gboolean check_path(Checking *checking, int line, const char *path, GError **error)
{
    g_autoptr(Claim) claim = claim_file(checking->index, path, error);

    return claim != NULL && keep_claim(checking, line, path, claim);
}

/* `text` is what stands between backticks. */
static gboolean check_span(Checking *checking, int line, const char *text, GError **error)
{
    g_autoptr(GPtrArray) citations = cite_find(text);
    g_autofree char *tree = NULL, *name = NULL;

    if (citations->len > 0)
        return TRUE;
    if (cite_is_path(text))
        return check_path(checking, line, text, error);
    name = cite_name(text, &tree);
    if (name == NULL || !cite_is_c(name) || is_shown(checking, name))
        return TRUE;
    if (tree == NULL || claim_is_of(checking->index, tree))
        return check_name(checking, checking->index, line, name, error);
    return check_elsewhere(checking, line, name, tree, error);
}

/* The line of the front matter that begins with `key`; 1: there is none. */
static int key_line(char **lines, const char *key)
{
    for (int i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix(lines[i], key))
            return i + 1;
    return 1;
}

static gboolean check_symbols(Checking *checking, char **lines, GError **error)
{
    const char *symbols = checking->note->symbols != NULL ? checking->note->symbols : "";
    g_auto(GStrv) names = g_strsplit_set(symbols, " \t", -1);
    int line = key_line(lines, "symbols:");

    for (guint i = 0; names[i] != NULL; i++)
        if (names[i][0] != '\0' && !check_name(checking, checking->index, line, names[i], error))
            return FALSE;
    return TRUE;
}

/* ---- citations -------------------------------------------------------------------------------------------------- */

static gboolean check_citation(Checking *checking, int line, const char *text, const Citation *citation, GError **error)
{
    g_autofree char *name = g_strndup(text + citation->at, citation->length);
    g_autoptr(Claim) claim = claim_citation(checking->index, citation, error);

    if (claim == NULL)
        return FALSE;
    checking->check->citations++;
    checking->check->unknown += claim->verdict == CLAIM_UNKNOWN;
    if (verdicts[claim->verdict] == NULL)
        return TRUE;
    Problem *problem = add_problem(checking->check, line, verdicts[claim->verdict], name, claim->why);
    if (claim->verdict != CLAIM_MOVED || !claim_is_of(checking->index, citation->tree))
        return TRUE; /* with other numbers it would name lines that its own tree does not have there */
    problem->at = citation->lines_at;
    problem->length = citation->lines_length;
    problem->lines = claim->first == claim->last ? g_strdup_printf("%d", claim->first)
                                                 : g_strdup_printf("%d-%d", claim->first, claim->last);
    return TRUE;
}

static gboolean check_line(Checking *checking, int line, const char *text, GError **error)
{
    g_autoptr(GPtrArray) citations = cite_find(text), spans = cite_spans(text);

    for (guint i = 0; i < citations->len; i++)
        if (!check_citation(checking, line, text, citations->pdata[i], error))
            return FALSE;
    for (guint i = 0; i < spans->len; i++)
        if (!check_span(checking, line, spans->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* ---- blocks ----------------------------------------------------------------------------------------------------- */

static void keep_source(GString *to, const Answer *answer)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_SOURCE)
            g_string_append(to, block->excerpt->text);
    }
}

/* A command line; of what it gives the source is kept. */
static void check_command(Checking *checking, int line, const char *text)
{
    gboolean may_miss = text[0] == '?';
    const char *command = text + may_miss + strspn(text + may_miss, " ");
    g_autoptr(GError) problem = NULL;
    g_autoptr(Answer) answer = checking->run(checking->index, command, &problem);

    checking->check->blocks++;
    if (answer == NULL)
        add_problem(checking->check, line, "fails", command, problem->message);
    else if (answer->stale->len > 0)
        add_problem(checking->check, line, "changed", command, "a file is no longer what was indexed; run cpyread index");
    else if ((answer->status != ANSWER_FOUND && !(may_miss && answer->status == ANSWER_NOTHING)) ||
             answer->is_ambiguous)
        add_problem(checking->check, line, "gone", command,
                    answer->warnings->len > 0 ? (const char *)answer->warnings->pdata[0] : "finds nothing");
    if (answer != NULL)
        keep_source(checking->source, answer);
}

static void check_commit(Checking *checking, const NoteFence *fence)
{
    g_autoptr(GString) unread = g_string_new(NULL);
    g_autoptr(GError) problem = NULL;
    int at;

    checking->check->blocks++;
    if (!commit_append(unread, checking->index, fence->info, fence->text, checking->note->lang, &at, &problem))
        add_problem(checking->check, fence->line + at, "wrong", fence->info, problem->message);
}

static void check_fence(Checking *checking, const NoteFence *fence)
{
    g_auto(GStrv) lines = g_strsplit(fence->text, "\n", -1);
    gboolean is_strip = strcmp(fence->info, "strip") == 0;

    if (commit_is_block(fence->info))
        check_commit(checking, fence);
    if (!is_strip && strcmp(fence->info, "cpyread") != 0)
        return;
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *text = g_strstrip(lines[i]);
        g_autofree char *quoted = g_shell_quote(text), *command = g_strconcat("graph --strip ", quoted, NULL);
        gboolean may_miss = is_strip && g_str_has_suffix(text, "|");
        if (*text != '\0' && *text != '#' && !may_miss && !g_str_has_prefix(text, ">>> "))
            check_command(checking, fence->line + (int)i, is_strip ? command : text);
    }
}

/* Whether a line of the file lies within a block, its fences included. */
static gboolean is_fenced(const Checking *checking, int line)
{
    for (guint i = 0; i < checking->fences->len; i++) {
        const NoteFence *fence = checking->fences->pdata[i];
        int last = fence->line;
        for (const char *at = fence->text; *at != '\0'; at++)
            last += *at == '\n';
        if (line >= fence->line - 1 && line <= last)
            return TRUE;
    }
    return FALSE;
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static int by_line(gconstpointer a, gconstpointer b)
{
    const Problem *one = *(Problem *const *)a, *other = *(Problem *const *)b;

    return one->line != other->line ? one->line - other->line : (one->at > other->at) - (one->at < other->at);
}

static gboolean check_text(Checking *checking, GError **error)
{
    g_autofree char *text = NULL;

    if (!g_file_get_contents(checking->note->path, &text, NULL, error))
        return FALSE;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (!check_symbols(checking, lines, error))
        return FALSE;
    for (int i = checking->note->body_line - 1; lines[i] != NULL; i++)
        if (!is_fenced(checking, i + 1) && !check_line(checking, i + 1, lines[i], error))
            return FALSE;
    return TRUE;
}

Check *check_note(Index *index, const Note *note, HandoutRun run, GError **error)
{
    g_autoptr(Check) check = g_new0(Check, 1);
    g_autoptr(GPtrArray) fences = note_fences(note, error);
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) source = g_string_new(NULL);
    Checking checking = {index, note, run, check, fences, source, told};

    check->problems = g_ptr_array_new_with_free_func(problem_free);
    for (guint i = 0; fences != NULL && i < fences->len; i++)
        check_fence(&checking, fences->pdata[i]);
    if (fences == NULL || !check_text(&checking, error))
        return NULL;
    g_ptr_array_sort(check->problems, by_line);
    return g_steal_pointer(&check);
}

gboolean check_snippets(Check *check, const Note *note, const char *python, GError **error)
{
    g_autoptr(GPtrArray) runs = snippet_run_all(note, python, error);

    for (guint i = 0; runs != NULL && i < runs->len; i++) {
        const SnippetRun *run = runs->pdata[i];
        check->blocks++;
        if (run->why != NULL)
            add_problem(check, run->line, "fails", "python", run->why);
    }
    g_ptr_array_sort(check->problems, by_line);
    return runs != NULL;
}
