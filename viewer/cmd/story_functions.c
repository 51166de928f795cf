/* story_functions.c: the functions of one issue of a story, then and now: what its commits changed, where that stands in the
 * tree at hand, and what became of what is gone; and what the story wants looked at first. See stories.h.
 *
 * What the commits changed is read from the index's history, where there is one; the story's `gone` says what nothing else
 * can tell: which function took the place of one that was removed. */
#include "cmd/stories.h"

#include "cmd/past.h"
#include "query/resolve.h"

#include <string.h>

Table *stories_symbol(const Telling *telling, const char *name, GError **error)
{
    g_autoptr(Table) symbols = resolve(telling->context->index, name, error);
    return symbols != NULL && table_size(symbols) == 1 ? g_steal_pointer(&symbols) : NULL;
}

/* The name behind the last colon: "name" of "Lib/file.py:name". */
static const char *bare_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

/* What the story says has taken the place of `name`; NULL: it does not say so. The caller frees it. */
static char *successor(const Telling *telling, const char *under, const char *name)
{
    g_auto(GStrv) gone = story_list(telling->story, under, "gone");
    for (guint i = 0; gone[i] != NULL; i++) {
        const char *arrow = strchr(gone[i], '>');
        gsize length = arrow != NULL ? (gsize)(arrow - gone[i]) : strlen(gone[i]);
        if (length == strlen(name) && strncmp(gone[i], name, length) == 0)
            return arrow != NULL && arrow[1] != '\0' ? g_strdup(bare_name(arrow + 1)) : NULL;
    }
    return NULL;
}

/* ---- what the commits changed ---------------------------------------------------------------------------------------- */

/* What is said of a function that the index does not have: since when it is gone, and what stands there now, which the story
 * says where the history cannot. The caller frees it. */
static char *tell_gone(const Telling *telling, const char *under, const char *name)
{
    g_autofree char *past = past_became(telling->context, name, telling->lang), *now = successor(telling, under, name);
    const char *said = past != NULL ? past : stories_say(telling, "not in this tree", "이 트리에 없음");
    const char *but = stories_say(telling, "; now ", "; 지금은 ");
    return now == NULL || strstr(said, but) != NULL ? g_strdup(said) : g_strconcat(said, but, now, NULL);
}

/* Adds the functions of one commit. FALSE with `error`. */
static gboolean add_changes(const Telling *telling, guint commit, Table *table, GError **error)
{
    const char *hash = table_get(telling->story->commits, commit, "hash");
    const char *under = table_get(telling->story->commits, commit, "under");
    g_autofree char *digits = g_strndup(hash, 10);
    g_autoptr(Table) changes = index_query(telling->context->index, error, "story_functions", "hash", hash, NULL);
    for (guint i = 0; changes != NULL && i < table_size(changes); i++) {
        const char *name = table_get(changes, i, "function"), *file = table_get(changes, i, "now_file");
        g_autofree char *gone = file == NULL ? tell_gone(telling, under, name) : NULL;
        g_autofree char *lines = g_strdup_printf("+%s -%s", table_get(changes, i, "lines_added"),
                                                 table_get(changes, i, "lines_removed"));
        table_add(table, (const char *const[]){name, table_get(changes, i, "kind"), table_get(changes, i, "change"), lines,
                                               digits, file, table_get(changes, i, "now_line"), gone});
    }
    return changes != NULL;
}

static gboolean add_changed(const Telling *telling, const char *under, Answer *answer, GError **error)
{
    static const char *const columns[] = {"function", "kind",     "change",   "lines", "commit",
                                          "now_file", "now_line", "now", NULL};
    const Table *commits = telling->story->commits;
    g_autoptr(Table) table = table_new(columns);
    for (guint i = 0; i < table_size(commits); i++)
        if (strcmp(table_get(commits, i, "under"), under) == 0 && !add_changes(telling, i, table, error))
            return FALSE;
    g_autofree char *title = g_strdup_printf("%s: %u", stories_say(telling, "functions then and now", "그때와 지금의 함수"),
                                             table_size(table));
    table_set_number(table, "now_line");
    if (table_size(table) > 0)
        answer_add_table(answer, title, g_steal_pointer(&table), NULL);
    return TRUE;
}

/* ---- what to look at first ------------------------------------------------------------------------------------------- */

/* "Lib/site.py" of "Lib/site.py:_getuserbase", which is no symbol of the index; NULL: it is one. */
static char *python_file(const char *name)
{
    const char *colon = strstr(name, ".py:");
    return colon != NULL ? g_strndup(name, (gsize)(colon - name) + strlen(".py")) : NULL;
}

static gboolean add_place(const Telling *telling, const char *name, Table *table, GError **error)
{
    GError *problem = NULL;
    g_autofree char *file = python_file(name);
    g_autoptr(Table) symbol = file == NULL ? stories_symbol(telling, name, &problem) : NULL;
    gboolean is_here = symbol != NULL || file != NULL;
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    table_add(table, (const char *const[]){bare_name(name), symbol != NULL ? table_get(symbol, 0, "kind") : NULL,
                                           symbol != NULL ? table_get(symbol, 0, "file") : file,
                                           symbol != NULL ? table_get(symbol, 0, "line") : NULL,
                                           is_here ? NULL : stories_say(telling, "not in this tree", "이 트리에 없음")});
    return TRUE;
}

/* What is gone and is no function in C, so that no commit of the index tells of it. */
static void add_gone_python(const Telling *telling, const char *under, Table *table)
{
    g_auto(GStrv) gone = story_list(telling->story, under, "gone");
    for (guint i = 0; gone[i] != NULL; i++) {
        g_auto(GStrv) halves = g_strsplit(gone[i], ">", 2);
        g_autofree char *file = python_file(halves[0]), *now = successor(telling, under, halves[0]);
        g_autofree char *text = g_strdup_printf(now != NULL ? stories_say(telling, "gone; now %s", "없어짐; 지금은 %s")
                                                            : stories_say(telling, "gone", "없어짐"),
                                                now);
        if (file != NULL)
            table_add(table, (const char *const[]){bare_name(halves[0]), NULL, file, NULL, text});
    }
}

static gboolean add_look(const Telling *telling, const char *under, Answer *answer, GError **error)
{
    static const char *const columns[] = {"name", "kind", "file", "line", "now", NULL};
    g_autoptr(Table) table = table_new(columns);
    g_auto(GStrv) look = story_list(telling->story, under, "look");
    for (guint i = 0; look[i] != NULL; i++)
        if (!add_place(telling, look[i], table, error))
            return FALSE;
    add_gone_python(telling, under, table);
    table_set_number(table, "line");
    if (table_size(table) > 0)
        answer_add_table(answer, stories_say(telling, "look at first", "먼저 볼 것"), g_steal_pointer(&table), NULL);
    return TRUE;
}

gboolean stories_add_functions(const Telling *telling, const char *under, Answer *answer, GError **error)
{
    return add_look(telling, under, answer, error) && add_changed(telling, under, answer, error);
}
