/* draft.c: fills in the template of a note, page/note.LANG.md: `{title}` and so on. Of functions the index is asked how they
 * call one another, and how long they are. */
#include "cmd/draft_text.h"

#include "cmd/notes.h"
#include "page/glossary.h"
#include "page/source_rows.h"
#include "query/head.h"
#include "query/resolve.h"
#include "store/data.h"

#include <string.h>

#define FIRST_ROWS   60 /* of the first of the two pages of source, which has a heading */
#define SECOND_ROWS  48 /* of the other, which has the list of names */
#define BOTH_ROWS    (FIRST_ROWS + SECOND_ROWS)
#define CAPTION_ROWS 2
#define TERMS        4  /* of the glossary that a sheet may have */
#define LEAST_ROWS   8 /* of a function that is cut: less says nothing */

void draft_set(Draft *draft, const char *key, char *value)
{
    g_hash_table_insert(draft->values, g_strdup(key), value);
}

/* One line, for the front matter. */
char *draft_line(const char *text)
{
    char *line = g_strdup(text != NULL ? text : "");

    return g_strstrip(g_strdelimit(line, "\r\n", ' '));
}

/* The template with what is in braces put in; an unknown word stays. */
char *draft_fill(const Draft *draft)
{
    g_autofree char *name = g_strdup_printf("viewer/page/note.%s.md", lang_code(draft->lang));
    GString *to = g_string_new(NULL);
    const char *at = data_text(name);

    for (const char *open; (open = strchr(at, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        g_autofree char *key = close != NULL ? g_strndup(open + 1, (gsize)(close - open - 1)) : NULL;
        const char *value = key != NULL ? g_hash_table_lookup(draft->values, key) : NULL;
        g_string_append_len(to, at, open - at);
        if (value != NULL && *value == '\0' && to->len > 0 && to->str[to->len - 1] == ' ')
            g_string_truncate(to, to->len - 1); /* "commits:" */
        g_string_append(to, value != NULL ? value : "{");
        at = value != NULL ? close + 1 : open + 1;
    }
    g_string_append(to, at);
    return g_string_free(to, FALSE);
}

/* "3.7" of "3.7.0b3+". */
static char *tree_of(Index *index)
{
    const char *version = index_version(index), *dot = strchr(version, '.');
    gsize length = dot != NULL ? (gsize)(dot - version) + 1 + strspn(dot + 1, "0123456789") : strlen(version);

    return g_strndup(version, length);
}

const char *draft_say(const Draft *draft, const char *english, const char *korean)
{
    return draft->lang == LANG_KO ? korean : english;
}

void draft_set_common(Draft *draft, const char *title)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();

    draft_set(draft, "title", draft_line(title));
    draft_set(draft, "session", draft_line(title));
    draft_set(draft, "date", g_date_time_format(now, "%Y-%m-%d"));
    draft_set(draft, "tree", tree_of(draft->index));
    draft_set(draft, "python", g_strdup("from timeit import timeit\n\nprint(timeit(\"pass\"))"));
    draft_set(draft, "claim", g_strdup(draft_say(draft, "What does it look like from Python?", "파이썬에서는 어떻게 보일까?")));
    draft_set(draft, "glossary", g_strdup(""));
    draft_set(draft, "commits", g_strdup(""));
    draft_set(draft, "commit", g_strdup(draft_say(draft, "Which commit, and why?", "어느 커밋이, 왜 그랬을까?")));
    draft_set(draft, "answers", g_strdup("- "));
    draft_set(draft, "quiz", g_strdup(""));
    draft_set(draft, "gdb", g_strdup(""));
}

/* ---- functions -------------------------------------------------------------------------------------------------- */

/* How many lines a function has in the tree; 0: it is not there, or means several things. */
int draft_lines(Index *index, const char *name)
{
    g_autoptr(Table) found = resolve(index, name, NULL);

    if (found == NULL || table_size(found) != 1 || table_get(found, 0, "file") == NULL)
        return 0;
    return (int)(table_get_int(found, 0, "end_line") - table_get_int(found, 0, "line")) + 2;
}

static gboolean calls(Index *index, const char *caller, const char *callee)
{
    g_autoptr(Table) found = index_query(index, NULL, "draft_calls", "caller", caller, "callee", callee, NULL);

    return found != NULL && table_size(found) > 0;
}

gboolean draft_is_word(const char *name)
{
    return *name != '\0' && strspn(name, "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(name);
}

/* Keeps the longer of two chains, the first of equals; frees the other. */
static void keep_longer(GArray **best, GArray *chain)
{
    gboolean is_longer = *best == NULL || chain->len > (*best)->len;
    GArray *shorter = is_longer ? *best : chain;

    *best = is_longer ? chain : *best;
    if (shorter != NULL)
        g_array_unref(shorter);
}

/* The longest chain of calls that begins with names[from] and passes each name once: their places in `names`. */
static GArray *chain_from(Index *index, const GPtrArray *names, guint from, guint seen)
{
    GArray *best = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint next = 0; next < names->len; next++) {
        if (seen & 1u << next || !calls(index, names->pdata[from], names->pdata[next]))
            continue;
        GArray *rest = chain_from(index, names, next, seen | 1u << next);
        keep_longer(&best, rest);
    }
    g_array_prepend_val(best, from);
    return best;
}

/* Puts the longest chain of calls among the names first, in its order: how many it has. */
static guint put_chain_first(Index *index, GPtrArray *names)
{
    g_autofree gpointer *old = g_memdup2(names->pdata, names->len * sizeof names->pdata[0]);
    GArray *best = NULL;
    guint length = 0;

    for (guint from = 0; from < names->len; from++)
        keep_longer(&best, chain_from(index, names, from, 1u << from));
    for (; best != NULL && length < best->len; length++) {
        gpointer name = old[g_array_index(best, guint, length)];
        guint at;
        g_ptr_array_find(names, name, &at);
        memmove(names->pdata + length + 1, names->pdata + length, (at - length) * sizeof names->pdata[0]);
        names->pdata[length] = name;
    }
    if (best != NULL)
        g_array_unref(best);
    return length;
}

/* What Python calls a function, where the index knows: "dict.copy"; else NULL. The caller frees it. */
static char *python_name(Index *index, const char *function)
{
    static const char builtins[] = "builtins.";
    g_autoptr(Table) found = index_query(index, NULL, "draft_python", "function", function, NULL);

    if (found == NULL || table_size(found) == 0)
        return NULL;
    const char *name = table_get(found, 0, "name");
    return g_strdup(g_str_has_prefix(name, builtins) ? name + strlen(builtins) : name);
}

/* A function that calls it, hand-written ones first; NULL: none does. The caller frees it. */
static char *caller_of(Index *index, const char *function)
{
    g_autoptr(Table) found = index_query(index, NULL, "draft_caller", "callee", function, NULL);
    const char *caller = found != NULL && table_size(found) > 0 ? table_get(found, 0, "caller") : NULL;

    return caller != NULL && draft_lines(index, caller) > 0 ? g_strdup(caller) : NULL;
}

/* The chain, one a line, with the Python that leads to it; a chain of one function begins with one that calls it. */
static char *strip_of(Index *index, const GPtrArray *names, guint length)
{
    g_autoptr(GString) to = g_string_new(NULL);
    g_autofree char *caller = length == 1 ? caller_of(index, names->pdata[0]) : NULL;
    g_autofree char *python =
        length > 0 ? python_name(index, caller != NULL ? caller : (const char *)names->pdata[0]) : NULL;

    if (python != NULL)
        g_string_append_printf(to, ">>> %s", python);
    if (caller != NULL)
        g_string_append_printf(to, "%s%s", to->len > 0 ? "\n" : "", caller);
    for (guint i = 0; i < length; i++)
        g_string_append_printf(to, "%s%s", to->len > 0 ? "\n" : "", (const char *)names->pdata[i]);
    return g_strdup(to->str);
}

/* The text of a function, with its head; `file` and `first` (NULL: not wanted) are where it begins. NULL: it cannot be read, or means
 * several. The caller frees it and `file`. */
static char *text_of(Index *index, const char *name, char **file, int *first)
{
    g_autoptr(Table) found = resolve(index, name, NULL);
    gboolean is_stale;

    if (found == NULL || table_size(found) != 1 || table_get(found, 0, "file") == NULL)
        return NULL;
    int line = head_line(index, found, 0);
    if (file != NULL)
        *file = g_strdup(table_get(found, 0, "file"));
    if (first != NULL)
        *first = line;
    return index_read_source(index, table_get(found, 0, "file"), line, (int)table_get_int(found, 0, "end_line"), &is_stale,
                             NULL);
}

/* The rows of paper that a function takes; none: it cannot be read. */
static GPtrArray *rows_of(Index *index, const char *name)
{
    g_autofree char *file = NULL;
    int first = 0;
    char *text = text_of(index, name, &file, &first);
    GPtrArray *rows = source_rows_new();

    if (text != NULL) {
        Excerpt *excerpt = excerpt_new(file, NULL, first, text, FALSE);
        source_rows_add(rows, excerpt);
        excerpt_free(excerpt);
    }
    return rows;
}

/* How many rows of the first function are printed, which the others leave half of the second page at least. */
static guint take_both(GPtrArray *rows, guint others, guint *used)
{
    guint height = source_rows_height(rows), first = height, page, second;

    if (height > ROWS_PAGE) {
        source_rows_mark_breaks(rows);
        first = source_rows_first_page(rows, ROWS_PAGE);
    }
    page = MAX(first + CAPTION_ROWS, FIRST_ROWS);
    second = MIN(height - first, BOTH_ROWS - page - MIN(others, SECOND_ROWS / 2));
    *used = second > 0 ? page + second : first + CAPTION_ROWS;
    return first + second;
}

/* How many rows of another are printed where `used` rows of the two pages are taken: it is not broken. */
static guint take_room(guint height, guint *used)
{
    guint rest = *used < FIRST_ROWS ? FIRST_ROWS - *used : 0, room;

    if (height + CAPTION_ROWS > rest && rest < SECOND_ROWS)
        *used = MAX(*used, FIRST_ROWS);
    room = (*used < FIRST_ROWS ? FIRST_ROWS : BOTH_ROWS) - *used - CAPTION_ROWS;
    *used += MIN(height, room) + CAPTION_ROWS;
    return MIN(height, room);
}

static guint height_of_others(const GPtrArray *all)
{
    guint sum = 0;

    for (guint i = 1; i < all->len; i++)
        sum += source_rows_height(all->pdata[i]) + CAPTION_ROWS;
    return sum;
}

/* Command lines that print the functions in the room that there is: the first get what they need. */
static char *source_of(Index *index, const GPtrArray *names)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GString) to = g_string_new(NULL);
    guint used = 0;

    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(all, rows_of(index, names->pdata[i]));
    for (guint i = 0; i < names->len && used + CAPTION_ROWS + LEAST_ROWS <= BOTH_ROWS; i++) {
        guint height = source_rows_height(all->pdata[i]);
        guint shown = i == 0 ? take_both(all->pdata[0], height_of_others(all), &used) : take_room(height, &used);
        g_string_append_printf(to, "%ssource %s", i > 0 ? "\n" : "", (const char *)names->pdata[i]);
        if (shown < height)
            g_string_append_printf(to, " --most %u", source_rows_within(all->pdata[i], shown));
    }
    return g_strdup(to->str);
}

/* The terms of the group's glossary that occur in the functions that `lines` print, one each; "": none, and no block. */
static char *glossary_of(const Draft *draft, const GPtrArray *names, const char *lines)
{
    g_autofree char *folder = notes_folder();
    g_autoptr(GString) text = g_string_new(NULL);
    g_auto(GStrv) printed = g_strsplit(lines, "\n", -1);

    for (guint i = 0; i < MIN(names->len, g_strv_length(printed)); i++) {
        g_autofree char *source = text_of(draft->index, names->pdata[i], NULL, NULL);
        g_string_append_printf(text, "%s\n", source != NULL ? source : "");
    }
    g_autofree char *terms = glossary_occurring(folder, text->str, TERMS, draft->lang);
    return *terms != '\0' ? g_strdup_printf("```glossary\n%s```", terms) : g_strdup("");
}

/* What the functions fill in: path, source, picture, terms. */
void draft_set_functions(Draft *draft, GPtrArray *names)
{
    g_autoptr(GString) symbols = g_string_new(NULL);
    guint length = draft->is_ordered ? 1 : put_chain_first(draft->index, names);

    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(symbols, "%s%s", i > 0 ? " " : "", (const char *)names->pdata[i]);
    draft_set(draft, "symbols", g_strdup(symbols->str));
    draft_set(draft, "strip", strip_of(draft->index, names, length));
    draft_set(draft, "source", source_of(draft->index, names));
    draft_set(draft, "glossary", glossary_of(draft, names, g_hash_table_lookup(draft->values, "source")));
    draft_set(draft, "graph", names->len > 0 ? g_strdup_printf("graph %s --nodes 8", (char *)names->pdata[0]) : g_strdup(""));
    draft_set(draft, "first",
        names->len > 0 ? g_strdup_printf(draft_say(draft, "`%s`", "`%s` 함수"), (char *)names->pdata[0])
                       : g_strdup(draft_say(draft, "the function", "함수")));
}

char *draft_template(Index *index, const char *title, const char *const *symbols, Lang lang)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    Draft draft = {.index = index, .lang = lang, .values = values};

    for (guint i = 0; symbols[i] != NULL && names->len < DRAFT_NAMES; i++)
        g_ptr_array_add(names, (gpointer)symbols[i]);
    draft_set_common(&draft, title);
    draft_set_functions(&draft, names);
    if (names->len == 0) {
        draft_set(&draft, "source", g_strdup("# source NAME"));
        draft_set(&draft, "graph", g_strdup("# graph NAME"));
    }
    return draft_fill(&draft);
}
