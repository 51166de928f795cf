/* story_table.c: a story as a table of its commits, and what to read first of it; see stories.h.
 *
 * A reader gets few columns, in one language; programs get all. */
#include "cmd/stories.h"

#include <stdlib.h>
#include <string.h>

typedef struct Row {
    guint commit; /* its place in the story */
    double rank;  /* larger is earlier */
    const char *area;
    char *lines;
} Row;

static void row_clear(gpointer row)
{
    g_clear_pointer(&((Row *)row)->lines, g_free);
}

static gint by_rank(gconstpointer a, gconstpointer b)
{
    const Row *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    int areas = g_strcmp0(x->area, y->area);
    return areas != 0 ? areas : (int)x->commit - (int)y->commit;
}

static gboolean is_wanted(const Story *story, guint row, const GPtrArray *only)
{
    return only == NULL || g_ptr_array_find_with_equal_func((GPtrArray *)only, table_get(story->commits, row, "under"),
                                                            g_str_equal, NULL);
}

/* What a commit claims to gain; one without a figure comes behind those with one, one without a claim last. */
static double rank_by_claim(const Table *commits, guint row)
{
    const char *factor = table_get(commits, row, "factor");
    return factor != NULL ? 1 + g_ascii_strtod(factor, NULL) : table_get(commits, row, "claim") != NULL ? 1 : 0;
}

/* Lines of hand-written C; the caller frees it. NULL: none, or `error`. */
static char *count_lines(const Telling *telling, guint row, GError **error)
{
    const char *hash = table_get(telling->story->commits, row, "hash");
    g_autoptr(Table) size = index_query(telling->context->index, error, "story_size", "hash", hash, NULL);
    return size != NULL && table_size(size) > 0 ? g_strdup(table_get(size, 0, "lines")) : NULL;
}

/* The commits in the order of --by; NULL with `error`. */
static GArray *sort_commits(const Telling *telling, const GPtrArray *only, GError **error)
{
    const Table *commits = telling->story->commits;
    const char *by = context_option(telling->context, "by");
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(Row));
    g_array_set_clear_func(rows, row_clear);
    for (guint i = 0; i < table_size(commits); i++) {
        GError *problem = NULL;
        Row row = {.commit = i, .lines = count_lines(telling, i, &problem)};
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        }
        if (g_strcmp0(by, "claim") == 0)
            row.rank = rank_by_claim(commits, i);
        else if (g_strcmp0(by, "size") == 0)
            row.rank = row.lines != NULL ? g_ascii_strtod(row.lines, NULL) : 0;
        else
            row.area = table_get(commits, i, "area");
        if (is_wanted(telling->story, i, only))
            g_array_append_val(rows, row);
        else
            row_clear(&row);
    }
    g_array_sort(rows, by_rank);
    return g_steal_pointer(&rows);
}

/* ---- the table ------------------------------------------------------------------------------------------------------- */

/* The area as the story calls it in this language: areas[ko]=calls>호출. The caller frees it. */
static char *name_area(const Telling *telling, const char *area)
{
    g_autofree char *text = stories_text(telling, "story", "areas");
    g_auto(GStrv) pairs = g_strsplit(text != NULL ? text : "", ";", -1);
    gsize length = area != NULL ? strlen(area) : 0;
    for (guint i = 0; length > 0 && pairs[i] != NULL; i++)
        if (strncmp(pairs[i], area, length) == 0 && pairs[i][length] == '>')
            return g_strdup(pairs[i] + length + 1);
    return g_strdup(area);
}

/* In text "commit" is the first digits of the hash, and title and claim are in one language. */
static char *cell(const Telling *telling, const Row *place, const char *column)
{
    const Table *commits = telling->story->commits;
    guint row = place->commit;
    gboolean is_korean = telling->lang == LANG_KO;
    if (strcmp(column, "story") == 0)
        return g_strdup(telling->story->name);
    if (strcmp(column, "lines") == 0)
        return g_strdup(place->lines);
    if (strcmp(column, "commit") == 0)
        return g_strndup(table_get(commits, row, "hash"), 10);
    if (strcmp(column, "area") == 0 && strcmp(telling->context->format, "text") == 0)
        return name_area(telling, table_get(commits, row, column));
    if (strcmp(column, "says") == 0)
        return g_strdup(table_get(commits, row, is_korean ? "claim_ko" : "claim"));
    if (strcmp(column, "about") == 0)
        return g_strdup(story_commit_title(telling->story, row, lang_code(telling->lang)));
    return g_strdup(table_get(commits, row, column));
}

static Table *make_table(const Telling *telling, const GArray *rows)
{
    static const char *const for_people[] = {"area", "issue", "commit", "lines", "about", "says", NULL};
    static const char *const for_programs[] = {"story", "issue", "also",     "hash",         "date",   "area",  "kind",  "under",
                                               "claim", "claim_ko", "claim_source", "factor", "grade", "lines", "title", "title_ko", NULL};
    const char *const *columns = strcmp(telling->context->format, "text") == 0 ? for_people : for_programs;
    Table *table = table_new(columns);
    guint width = g_strv_length((GStrv)columns);
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char **cells = g_new0(char *, width + 1);
        for (guint c = 0; c < width; c++)
            cells[c] = cell(telling, &g_array_index(rows, Row, i), columns[c]);
        table_add(table, (const char *const *)cells);
        for (guint c = 0; c < width; c++)
            g_free(cells[c]);
    }
    table_set_number(table, "lines");
    if (columns == for_programs)
        table_set_number(table, "factor");
    return table;
}

static guint count_issues(const Story *story)
{
    g_autoptr(GHashTable) unders = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < table_size(story->commits); i++)
        g_hash_table_add(unders, (gpointer)table_get(story->commits, i, "under"));
    return g_hash_table_size(unders);
}

gboolean stories_add_table(const Telling *telling, const GPtrArray *only, Answer *answer, GError **error)
{
    const char *by = context_option(telling->context, "by");
    g_autoptr(GArray) rows = sort_commits(telling, only, error);
    if (rows == NULL)
        return FALSE;
    g_autofree char *title = story_text(telling->story, "story", "title", lang_code(telling->lang));
    g_autofree char *counted =
        g_strdup_printf(telling->lang == LANG_KO ? "커밋 %u개, 이슈 %u개" : "%u commits, told under %u issues", rows->len,
                        only != NULL ? only->len : count_issues(telling->story));
    g_autofree char *heading = g_strdup_printf("%s: %s", title != NULL ? title : telling->story->name, counted);
    answer_add_table(answer, heading, make_table(telling, rows), by == NULL || strcmp(by, "area") == 0 ? "area" : NULL);
    return TRUE;
}

/* ---- what to read first ---------------------------------------------------------------------------------------------- */

static gint compare_first(gconstpointer a, gconstpointer b, gpointer story)
{
    g_autofree char *x = story_text(story, *(const char *const *)a, "first", "en");
    g_autofree char *y = story_text(story, *(const char *const *)b, "first", "en");
    return atoi(x) - atoi(y);
}

/* The issues that have a place in the order, in that order. */
static GPtrArray *find_first(const Story *story)
{
    GPtrArray *unders = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) groups = g_key_file_get_groups(story->texts, NULL);
    for (guint i = 0; groups[i] != NULL; i++) {
        g_autofree char *place = story_text(story, groups[i], "first", "en");
        if (place != NULL)
            g_ptr_array_add(unders, g_strdup(groups[i]));
    }
    g_ptr_array_sort_with_data(unders, compare_first, (gpointer)story);
    return unders;
}

/* The most that any of its commits claims. */
static const char *largest_claim(const Telling *telling, const char *under)
{
    const Table *commits = telling->story->commits;
    const char *claim = NULL;
    double most = 0;
    for (guint i = 0; i < table_size(commits); i++)
        if (strcmp(table_get(commits, i, "under"), under) == 0 && rank_by_claim(commits, i) > most) {
            claim = table_get(commits, i, telling->lang == LANG_KO ? "claim_ko" : "claim");
            most = rank_by_claim(commits, i);
        }
    return claim;
}

gboolean stories_add_first(const Telling *telling, Answer *answer, GError **error)
{
    static const char *const columns[] = {"place", "issue", "title", "claim", "python", "chain", NULL};
    (void)error;
    const char *lang = lang_code(telling->lang);
    g_autoptr(GPtrArray) unders = find_first(telling->story);
    g_autoptr(Table) table = table_new(columns);
    for (guint i = 0; i < unders->len; i++) {
        const char *under = unders->pdata[i];
        g_autofree char *place = story_text(telling->story, under, "first", "en");
        g_autofree char *title = story_title(telling->story, under, lang);
        g_autofree char *python = story_text(telling->story, under, "python", "en");
        g_auto(GStrv) names = story_list(telling->story, under, "chain");
        g_autofree char *chain = g_strjoinv(" → ", names);
        table_add(table, (const char *const[]){place, under, title, largest_claim(telling, under), python,
                                               *chain != '\0' ? chain : NULL});
    }
    if (table_size(table) == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s does not say what to read first", telling->story->name);
        return TRUE;
    }
    table_set_number(table, "place");
    answer_add_table(answer, telling->lang == LANG_KO ? "먼저 읽을 것, 차례대로" : "to read first, in this order",
                     g_steal_pointer(&table), NULL);
    return TRUE;
}
