/* names.c: see names.h. The number of a page is known to whoever lays the sheet out: sheet.css has target-counter() for
 * what is written here as <a class="page">. */
#include "page/names.h"

#include "graph/noise.h"
#include "page/html.h"
#include "page/words.h"

#include <string.h>

#define MOST_NAMES 12 /* what the foot of the second page has room for */
#define MOST_LINES 6  /* of one name */

typedef struct Use {
    const char *name, *file, *line;
    GPtrArray *lines; /* of const char * */
    gboolean is_printed, is_macro;
    guint order;
} Use;

static void printed_free(gpointer data)
{
    Printed *printed = data;

    g_free(printed->name);
    g_free(printed->file);
    g_strfreev(printed->lines);
    g_free(printed);
}

GPtrArray *names_new(void)
{
    return g_ptr_array_new_with_free_func(printed_free);
}

void names_keep(GPtrArray *printed, const Answer *answer)
{
    const char *name = NULL;

    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind != BLOCK_SOURCE)
            continue;
        if (block->text != NULL && !g_str_has_prefix(block->text, "⋯")) /* goes on after a fold */
            name = block->text;
        Printed *one = g_new0(Printed, 1);
        one->name = g_strdup(name != NULL ? name : "");
        one->file = g_strdup(block->excerpt->path);
        one->lines = g_strsplit(block->excerpt->text, "\n", -1);
        one->first = block->excerpt->first_line;
        one->last = one->first + (int)g_strv_length(one->lines) - 2; /* behind the last \n is nothing */
        g_ptr_array_add(printed, one);
    }
}

gboolean names_has(const GPtrArray *printed, const char *name)
{
    for (guint i = 0; i < printed->len; i++)
        if (strcmp(((const Printed *)printed->pdata[i])->name, name) == 0)
            return TRUE;
    return FALSE;
}

void names_append_page(GString *to, const char *name, Lang lang)
{
    g_string_append_printf(to, "<span class=\"at\">%s<a class=\"page\" href=\"#src-", word(WORD_PAGE_BEFORE, lang));
    html_append_text(to, name);
    g_string_append_printf(to, "\"></a>%s</span>", word(WORD_PAGE_AFTER, lang));
}

static void use_free(gpointer data)
{
    Use *use = data;

    g_ptr_array_unref(use->lines);
    g_free(use);
}

static gboolean is_of_word(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

/* Whether a line has the name as a word: what a macro names on the way is not to be seen on paper. */
static gboolean is_written(const Printed *one, gint64 line, const char *name)
{
    const char *text = line >= one->first && line <= one->last ? one->lines[line - one->first] : "";

    for (const char *at = text; (at = strstr(at, name)) != NULL; at++)
        if ((at == text || !is_of_word(at[-1])) && !is_of_word(at[strlen(name)]))
            return TRUE;
    return FALSE;
}

/* Adds the rows of one excerpt to the uses; the table keeps what they point to. */
static void collect(GPtrArray *uses, const GPtrArray *printed, const Printed *one, const Table *table)
{
    for (guint row = 0; row < table_size(table); row++) {
        const char *name = table_get(table, row, "name");
        Use *use = NULL;
        if (!is_written(one, table_get_int(table, row, "used"), name))
            continue;
        for (guint i = 0; i < uses->len && use == NULL; i++)
            if (strcmp(((Use *)uses->pdata[i])->name, name) == 0)
                use = uses->pdata[i];
        if (use == NULL && noise_group(name, FALSE) != NULL && !names_has(printed, name))
            continue;
        if (use == NULL) {
            use = g_new0(Use, 1);
            *use = (Use){name, table_get(table, row, "file"), table_get(table, row, "line"), g_ptr_array_new(),
                         names_has(printed, name), strcmp(table_get(table, row, "kind"), "macro") == 0, uses->len};
            g_ptr_array_add(uses, use);
        }
        g_ptr_array_add(use->lines, (gpointer)table_get(table, row, "used"));
    }
}

/* What is printed comes first, then functions, then what is used most. */
static int by_worth(gconstpointer a, gconstpointer b)
{
    const Use *one = *(Use *const *)a, *other = *(Use *const *)b;

    if (one->is_printed != other->is_printed)
        return other->is_printed - one->is_printed;
    if (one->is_macro != other->is_macro)
        return one->is_macro - other->is_macro;
    if (one->lines->len != other->lines->len)
        return one->lines->len < other->lines->len ? 1 : -1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Use *const *)a)->name, (*(Use *const *)b)->name);
}

static void append_use(GString *to, const Use *use, Lang lang)
{
    g_autofree char *base = g_path_get_basename(use->file);

    g_string_append(to, "<li><code>");
    html_append_text(to, use->name);
    g_string_append_printf(to, "</code> %s:%s", base, use->line);
    if (use->is_printed) {
        g_string_append(to, ", ");
        names_append_page(to, use->name, lang);
    }
    g_string_append_printf(to, " · %s ", word(WORD_USED, lang));
    for (guint i = 0; i < MIN(use->lines->len, MOST_LINES); i++)
        g_string_append_printf(to, "%s%s", i > 0 ? ", " : "", (const char *)use->lines->pdata[i]);
    g_string_append(to, use->lines->len > MOST_LINES ? " …</li>\n" : "</li>\n");
}

gboolean names_append(GString *to, const GPtrArray *printed, Index *index, Lang lang, GError **error)
{
    g_autoptr(GPtrArray) uses = g_ptr_array_new_with_free_func(use_free);
    g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);

    for (guint i = 0; i < printed->len; i++) {
        const Printed *one = printed->pdata[i];
        g_autofree char *first = g_strdup_printf("%d", one->first), *last = g_strdup_printf("%d", one->last);
        Table *table = index_query(index, error, "sheet_names", "file", one->file, "first", first, "last", last, NULL);
        if (table == NULL)
            return FALSE;
        g_ptr_array_add(tables, table);
        collect(uses, printed, one, table);
    }
    if (uses->len == 0)
        return TRUE;
    g_ptr_array_sort(uses, by_worth);
    if (uses->len > MOST_NAMES)
        g_ptr_array_set_size(uses, MOST_NAMES);
    g_ptr_array_sort(uses, by_name);
    g_string_append_printf(to, "<section class=\"names\"><b>%s</b>\n<ul>\n", word(WORD_NAMES, lang));
    for (guint i = 0; i < uses->len; i++)
        append_use(to, uses->pdata[i], lang);
    g_string_append(to, "</ul></section>\n");
    return TRUE;
}
