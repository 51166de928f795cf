/* fill.c: see fill.h. Blocks of command lines are answered here and become HTML by html.c; anything that would print something
 * wrong stops the whole sheet: people will sit around it with no way to look things up. */
#include "page/fill.h"

#include "page/boxes.h"
#include "page/commit.h"
#include "page/follow.h"
#include "page/glossary.h"
#include "page/html_source.h"
#include "page/html_strip.h"
#include "page/names.h"

#include <string.h>

#define STRUCT "struct "

enum { MOST_BOXES = 6, MOST_TERMS = 4, MOST_NODES = 30 };

gboolean fill_refuse(const Making *making, int line, const char *why, GError **error)
{
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s:%d: %s", making->note->path, line, why);
    return FALSE;
}

/* Counts the lines of source that an answer prints. */
static void count_source(Making *making, const Answer *answer)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = g_ptr_array_index(answer->blocks, i);

        if (block->kind != BLOCK_SOURCE)
            continue;
        for (const char *at = block->excerpt->text; *at != '\0'; at++)
            making->handout->source_lines += *at == '\n';
    }
}

static void count_boxes(Making *making, const Answer *answer)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_GRAPH)
            making->boxes += block->graph->nodes->len;
    }
}

/* A picture of more nodes is no picture, and laying it out may take for ever. */
static gboolean check_nodes(const Making *making, const Answer *answer, int line, GError **error)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind != BLOCK_GRAPH || block->graph->nodes->len <= MOST_NODES)
            continue;
        g_autofree char *why = g_strdup_printf("a picture of %u nodes; a sheet takes %d: fewer with --nodes or --depth",
                                               block->graph->nodes->len, MOST_NODES);
        return fill_refuse(making, line, why, error);
    }
    return TRUE;
}

/* Lines and numbers of a file that changed would be wrong. */
static gboolean check_fresh(const Making *making, const Answer *answer, int line, GError **error)
{
    g_autofree char *why = NULL;

    if (answer->stale->len == 0)
        return TRUE;
    why = g_strdup_printf("%s is no longer the file that was indexed; run cpyread index",
                          (const char *)g_ptr_array_index(answer->stale, 0));
    return fill_refuse(making, line, why, error);
}

static void keep_warnings(Making *making, const Answer *answer, int line)
{
    for (guint i = 0; i < answer->warnings->len; i++)
        g_ptr_array_add(making->handout->warnings,
                        g_strdup_printf("%s:%d: %s", making->note->path, line,
                                        (const char *)g_ptr_array_index(answer->warnings, i)));
}

/* Why an answer cannot be printed: the first warning, where there is one. */
static gboolean refuse_answer(const Making *making, const Answer *answer, const char *command, int line,
                              GError **error)
{
    g_autofree char *why = g_strdup_printf(
        "%s: %s", command,
        answer->warnings->len > 0 ? (const char *)g_ptr_array_index(answer->warnings, 0) : "finds nothing");

    return fill_refuse(making, line, why, error);
}

/* The answer to a command line, which is fit to be printed; with `may_miss` it may have found nothing. NULL with `error`. */
static Answer *ask(const Making *making, const char *command, gboolean may_miss, int line, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(Answer) answer = making->run(making->index, command, &problem);

    if (answer == NULL) {
        fill_refuse(making, line, problem->message, error);
        return NULL;
    }
    if (answer->status == ANSWER_NOTHING && may_miss)
        return g_steal_pointer(&answer);
    if (answer->status != ANSWER_FOUND || answer->is_ambiguous) { /* on a sheet it is a mistake */
        refuse_answer(making, answer, command, line, error);
        return NULL;
    }
    return check_nodes(making, answer, line, error) && check_fresh(making, answer, line, error) ? g_steal_pointer(&answer)
                                                                                                : NULL;
}

/* One command line. A "?" in front: it may find nothing in this tree, and then prints nothing. */
static gboolean answer_line(Making *making, GString *to, const char *text, int line, GError **error)
{
    gboolean may_miss = text[0] == '?';
    const char *command = text + may_miss + strspn(text + may_miss, " ");
    GError *problem = NULL;
    g_autoptr(Answer) answer = ask(making, command, may_miss, line, error);

    if (answer == NULL || answer->status == ANSWER_NOTHING)
        return answer != NULL;
    count_source(making, answer);
    count_boxes(making, answer);
    keep_warnings(making, answer, line);
    gboolean is_done = html_append(to, answer, &making->html, &problem);
    names_keep(making->printed, answer);
    if (is_done)
        return TRUE;
    g_propagate_prefixed_error(error, problem, "%s:%d: ", making->note->path, line);
    return FALSE;
}

static gboolean answer_lines(Making *making, GString *to, const char *text, int line, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++) {
        g_strstrip(lines[i]);
        if (lines[i][0] != '\0' && lines[i][0] != '#' &&
            !answer_line(making, to, lines[i], line + (int)i, error))
            return FALSE;
    }
    return TRUE;
}

/* The path of a page: lines ">>> d.copy()" are Python, the others names, each from which the next is called. */
static gboolean fill_strip(Making *making, GString *to, const char *text, int line, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GPtrArray) python = g_ptr_array_new();
    g_autoptr(GString) command = g_string_new("graph --strip");

    for (guint i = 0; lines[i] != NULL; i++) {
        const char *name = g_strstrip(lines[i]);
        g_autofree char *quoted = g_shell_quote(name);
        if (g_str_has_prefix(name, ">>> "))
            g_ptr_array_add(python, (gpointer)(name + 4));
        else if (name[0] != '\0')
            g_string_append_printf(command, " %s", quoted);
    }
    if (strcmp(command->str, "graph --strip") == 0) /* a draft may know none */
        return TRUE;
    making->boxes = python->len;
    making->html.python = python;
    gboolean is_done = answer_line(making, to, command->str, line, error);
    making->html.python = NULL;
    if (!is_done || making->boxes <= MOST_BOXES)
        return is_done;
    g_autofree char *why = g_strdup_printf("a path of %u boxes; a sheet has room for %d: leave some out, or divide the path",
                                           making->boxes, MOST_BOXES);
    return fill_refuse(making, line, why, error);
}

/* What the index knows of a commit, and the hunk that matters. */
static gboolean fill_commit(const Making *making, GString *to, const char *info, const char *text, int line, GError **error)
{
    GError *problem = NULL;
    int at;

    if (commit_append(to, making->index, info, text, making->html.lang, &at, &problem))
        return TRUE;
    g_propagate_prefixed_error(error, problem, "%s:%d: ", making->note->path, line + at);
    return FALSE;
}

/* A record that is needed to read the source: small, without a margin, and not among the printed functions. */
static gboolean fill_struct(Making *making, GString *to, const char *name, int line, GError **error)
{
    g_autofree char *quoted = g_shell_quote(name), *command = g_strconcat("source ", quoted, NULL);
    g_autoptr(Answer) answer = ask(making, command, FALSE, line, error);
    const Block *block = answer != NULL ? answer->blocks->pdata[0] : NULL;

    if (block == NULL)
        return FALSE;
    count_source(making, answer);
    html_append_record(to, name, block->excerpt);
    return TRUE;
}

static gboolean fill_glossary(const Making *making, GString *to, const char *text, int line, GError **error)
{
    g_autofree char *terms = glossary_fill(making->note, text, line, making->html.lang, error);
    guint count = 0;

    for (const char *at = terms; at != NULL && *at != '\0'; at++)
        count += *at == '\n';
    if (count <= MOST_TERMS)
        return terms != NULL && boxes_append(to, "glossary", terms, making->html.lang);
    g_autofree char *why = g_strdup_printf("%u terms; the margin has room for %d", count, MOST_TERMS);
    return fill_refuse(making, line, why, error);
}

gboolean fill_block(GString *to, const char *info, const char *text, int line, gpointer data, GError **error)
{
    Making *making = data;

    if (strcmp(info, "cpyread") == 0)
        return answer_lines(making, to, text, line, error);
    if (strcmp(info, "strip") == 0)
        return fill_strip(making, to, text, line, error);
    if (strcmp(info, "glossary") == 0)
        return fill_glossary(making, to, text, line, error);
    if (g_str_has_prefix(info, STRUCT))
        return fill_struct(making, to, info + strlen(STRUCT), line, error);
    if (commit_is_block(info))
        return fill_commit(making, to, info, text, line, error);
    return boxes_append(to, info, text, making->html.lang);
}

char *fill_span(const char *text, gpointer data, GError **error)
{
    const Making *making = data;

    return follow_span(making->index, making->printed, text, error);
}
