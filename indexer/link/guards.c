/* guards.c: see guards.h. The text of a function is walked from its head to the call, with the braces that are open and
 * the case labels that lead into each; flags that only say how a method is looked up (METH_CLASS …) do not count. */
#include "link/guards.h"

#include "link/c_text.h"
#include "store/facts.h"

#include <stdio.h>

typedef struct Guards {
    Linking *linking;
    const Places *places;
    Closure *closure;
    GHashTable *values; /* METH_O -> 8 */
    guint how;          /* the bits that say how a function is called */
    GHashTable *texts;  /* path -> CText */
    GHashTable *flags;  /* function -> GArray of guint: those of its rows */
    guint field;        /* the place PyMethodDef.ml_meth; 0: there is none */
} Guards;

/* Between two braces. */
typedef struct Block {
    GArray *labels;     /* of guint: the flags of the labels that lead here; NULL: none */
    gboolean has_other; /* and labels that speak of something else */
    gboolean is_left;   /* the last statement leaves: the next label starts anew */
    gboolean is_plain;  /* opened by itself, not by an if or a loop */
    guint jump_end;     /* the word behind the last break, return, goto */
} Block;

/* ---- the values of flags ------------------------------------------------------------------------------ */

static gboolean is_about_lookup(const char *name)
{
    static const char *const LOOKUP[] = {"METH_CLASS", "METH_STATIC", "METH_COEXIST", "METH_STACKLESS", NULL};
    return g_strv_contains(LOOKUP, name);
}

/* Include/methodobject.h: #define METH_O 0x0008 */
static void read_values(Guards *guards)
{
    g_autofree char *path = g_build_filename(guards->linking->root, "Include", "methodobject.h", NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char name[64];
        guint value;
        if (sscanf(lines[i], "# define METH_%57s %x", name, &value) != 2)
            continue;
        char *full = g_strconcat("METH_", name, NULL);
        if (!is_about_lookup(full))
            guards->how |= value;
        g_hash_table_replace(guards->values, full, GUINT_TO_POINTER(value));
    }
}

static guint value_at(const Guards *guards, const CText *text, guint word)
{
    if (c_text_at(text, word).kind != 'a')
        return 0;
    g_autofree char *name = c_text_name(text, word);
    return GPOINTER_TO_UINT(g_hash_table_lookup(guards->values, name));
}

static guint values_between(const Guards *guards, const CText *text, guint from, guint to)
{
    guint all = 0;
    for (guint i = from; i < to; i++)
        all |= value_at(guards, text, i);
    return all & guards->how;
}

/* ---- the walk ----------------------------------------------------------------------------------------- */

static void block_clear(gpointer data)
{
    g_clear_pointer(&((Block *)data)->labels, g_array_unref);
}

static void block_forget(Block *block)
{
    g_clear_pointer(&block->labels, g_array_unref);
    block->has_other = block->is_left = FALSE;
}

static void block_add(Block *block, guint flags)
{
    if (block->labels == NULL)
        block->labels = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(block->labels, flags);
}

static guint find_kind(const CText *text, guint word, char kind)
{
    while (c_text_at(text, word).kind != kind && c_text_at(text, word).kind != '\0')
        word++;
    return word;
}

static void take_label(const Guards *guards, const CText *text, guint word, Block *block)
{
    guint flags = values_between(guards, text, word, find_kind(text, word, ':'));
    if (block->is_left)
        block_forget(block);
    if (flags != 0)
        block_add(block, flags);
    else
        block->has_other = TRUE;
}

static void take_jump(const CText *text, guint word, Block *block)
{
    gboolean conditional = word > 0 && (c_text_at(text, word - 1).kind == ')' || c_text_is(text, word - 1, "else"));
    if (conditional)
        return;
    block->is_left = TRUE;
    block->jump_end = find_kind(text, word, ';') + 1;
}

/* DEOPT_IF(meth->ml_flags != METH_O, CALL): from here on it is. */
static void take_test(const Guards *guards, const CText *text, guint word, Block *block)
{
    guint end = c_text_close(text, word + 1), i = word;
    while (i + 1 < end && !(c_text_at(text, i).kind == '!' && c_text_at(text, i + 1).kind == '='))
        i++;
    guint flags = values_between(guards, text, i, end);
    if (flags == 0)
        return;
    block_forget(block);
    block_add(block, flags);
}

static void close_block(GArray *blocks, guint word)
{
    Block last = g_array_index(blocks, Block, blocks->len - 1);
    gboolean leaves = last.is_plain && last.is_left && last.jump_end == word;
    g_array_set_size(blocks, blocks->len - 1);
    if (blocks->len > 0 && leaves)
        g_array_index(blocks, Block, blocks->len - 1).is_left = TRUE;
}

static void open_block(const CText *text, GArray *blocks, guint word)
{
    char before = word > 0 ? c_text_at(text, word - 1).kind : ';';
    Block block = {.is_plain = before == ':' || before == ';' || before == '{' || before == '}'};
    g_array_append_val(blocks, block);
}

static void take_word(const Guards *guards, const CText *text, guint word, GArray *blocks)
{
    char kind = c_text_at(text, word).kind;
    Block *block = blocks->len > 0 ? &g_array_index(blocks, Block, blocks->len - 1) : NULL;
    if (kind == '{')
        open_block(text, blocks, word);
    else if (kind == '}' && block != NULL)
        close_block(blocks, word);
    else if (kind != 'a' || block == NULL)
        return;
    else if (c_text_is(text, word, "case") || c_text_is(text, word, "default"))
        take_label(guards, text, word, block);
    else if (c_text_is(text, word, "break") || c_text_is(text, word, "return") || c_text_is(text, word, "goto"))
        take_jump(text, word, block);
    else if (c_text_is_use(text, word, "DEOPT_IF") || c_text_is_use(text, word, "EXIT_IF"))
        take_test(guards, text, word, block);
}

/* The flags of the labels around a word: those of the innermost braces that have any; NULL: nothing is known. */
static GArray *flags_around(const GArray *blocks)
{
    for (guint i = blocks->len; i > 0; i--) {
        const Block *block = &g_array_index(blocks, Block, i - 1);
        if (block->labels != NULL)
            return block->has_other ? NULL : g_array_ref(block->labels);
    }
    return NULL;
}

static const CText *text_of(Guards *guards, const char *path)
{
    CText *text = g_hash_table_lookup(guards->texts, path);
    if (text == NULL && (text = c_text_read(guards->linking->root, path)) != NULL)
        g_hash_table_insert(guards->texts, g_strdup(path), text);
    return text;
}

/* What is tested between the head of a function and a line of it. */
static GArray *flags_at(Guards *guards, const char *path, guint first_line, guint line)
{
    const CText *text = text_of(guards, path);
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_array_set_clear_func(blocks, block_clear);
    for (guint i = 0; text != NULL && c_text_at(text, i).kind != '\0' && c_text_at(text, i).line < line; i++)
        if (c_text_at(text, i).line >= first_line)
            take_word(guards, text, i, blocks);
    return flags_around(blocks);
}

/* ---- calls -------------------------------------------------------------------------------------------- */

/* Where a function is made the one that is called: the union of what is tested at each place. */
static GArray *flags_where_chosen(Guards *guards, gint64 function, GError **error)
{
    GError *problem = NULL;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(Statement) uses =
        database_prepare_file(guards->linking->database, "indexer/link/guards_uses.sql", error);
    if (uses == NULL)
        return NULL;
    statement_bind_int(uses, "function", function);
    while (statement_step(uses, &problem)) {
        g_autoptr(GArray) flags = flags_at(guards, statement_text(uses, 0), (guint)statement_int(uses, 1),
                                           (guint)statement_int(uses, 2) + 1);
        if (flags == NULL)
            return NULL;
        g_array_append_vals(all, flags->data, flags->len);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem != NULL || all->len == 0 ? NULL : g_steal_pointer(&all);
}

static gboolean has_flags(const Guards *guards, gint64 function, const GArray *wanted)
{
    const GArray *flags = g_hash_table_lookup(guards->flags, &function);
    for (guint i = 0; flags != NULL && i < flags->len; i++)
        for (guint j = 0; j < wanted->len; j++)
            if ((g_array_index(flags, guint, i) & guards->how) == g_array_index(wanted, guint, j))
                return TRUE;
    return flags == NULL;
}

static GArray *narrow(const Guards *guards, const GArray *group, const GArray *wanted)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint i = 0; i < group->len; i++) {
        const Candidate *candidate = &g_array_index(group, Candidate, i);
        if (candidate->place != guards->field || has_flags(guards, candidate->function, wanted))
            g_array_append_vals(kept, candidate, 1);
    }
    return kept;
}

static gboolean calls_methods(const Guards *guards, const GArray *group)
{
    for (guint i = 0; i < group->len; i++)
        if (g_array_index(group, Candidate, i).place == guards->field)
            return TRUE;
    return FALSE;
}

static gboolean narrow_sites(Guards *guards, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) place =
        database_prepare_file(guards->linking->database, "indexer/link/guards_site.sql", error);
    for (guint i = 0; place != NULL && i < guards->places->sites->len; i++) {
        const Site *site = &g_array_index(guards->places->sites, Site, i);
        const GArray *group = g_ptr_array_index(guards->closure->groups, guards->closure->group[i]);
        if (!calls_methods(guards, group))
            continue;
        statement_reset(place);
        statement_bind_int(place, "site", site->id);
        if (!statement_step(place, &problem))
            continue;
        g_autoptr(GArray) wanted = flags_at(guards, statement_text(place, 0), (guint)statement_int(place, 1),
                                            (guint)statement_int(place, 2));
        if (wanted == NULL)
            wanted = flags_where_chosen(guards, site->caller, &problem);
        if (wanted != NULL)
            closure_regroup(guards->closure, i, narrow(guards, group, wanted));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return place != NULL && problem == NULL;
}

/* ---- the flags of functions --------------------------------------------------------------------------- */

static void add_flags(Guards *guards, gint64 function, guint flags)
{
    GArray *known = g_hash_table_lookup(guards->flags, &function);
    if (known == NULL) {
        known = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(guards->flags, g_memdup2(&function, sizeof function), known);
    }
    g_array_append_val(known, flags);
}

static gboolean read_flags(Guards *guards, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(guards->linking->database, "indexer/link/guards_flags.sql", error);
    while (rows != NULL && statement_step(rows, &problem)) {
        add_flags(guards, statement_int(rows, 0), (guint)statement_int(rows, 1));
        guards->field = places_find(guards->places, FACT_PLACE_FIELD, statement_int(rows, 2), 0);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return rows != NULL && problem == NULL;
}

gboolean guards_narrow(Linking *linking, const Places *places, Closure *closure, GError **error)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) texts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)c_text_free);
    g_autoptr(GHashTable) flags =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
    Guards guards = {linking, places, closure, values, 0, texts, flags, 0};
    read_values(&guards);
    return read_flags(&guards, error) && (guards.field == 0 || narrow_sites(&guards, error));
}
