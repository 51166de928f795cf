/* preprocessor.c: macros, their uses, inclusions, and what was left out. See visiting.h.
 *
 * The compiler hands out the preprocessor's record ahead of the declarations; so when a function is met, the
 * macros used in it are known already, by their offsets. Which function a use stands in is known last: so
 * uses are told at the end. */
#include "crawl/text.h"
#include "crawl/visiting.h"

#include <string.h>

enum { MOST_INCLUSIONS = 8 }; /* one within the other: files may include one another in a circle */

typedef struct MacroText {
    Visit *visit;
    guint32 macro;
    const char *text; /* of the definition, from its name on */
    const char *cursor;
    guint line;
    guint col;              /* of `cursor` */
    GHashTable *parameters; /* of char *; within the macro these names mean what it is given, no other macro */
} MacroText;

static void add_parameter(const char *word, gsize length, gsize offset, gpointer data)
{
    (void)offset;
    g_hash_table_add(data, g_strndup(word, length));
}

static void add_word(const char *word, gsize length, gsize offset, gpointer data)
{
    MacroText *body = data;
    g_autofree char *name = g_strndup(word, length);
    if (g_hash_table_contains(body->parameters, name))
        return;
    for (const char *target = body->text + offset; body->cursor < target; body->cursor++) {
        body->col++;
        if (*body->cursor == '\n') {
            body->line++;
            body->col = 1;
        }
    }
    FactWord fact = {body->macro, facts_string(body->visit->facts, name), body->line, body->col};
    g_array_append_val(body->visit->facts->words, fact);
}

void visit_macro(Visit *visit, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    guint32 place = symbol_of(visit, cursor, NULL);
    symbol_describe(visit, place, cursor);
    guint end = cursor_end(cursor, NULL);
    if (!source_load(at.source) || end > at.source->size || at.offset >= end)
        return;
    const char *text = at.source->text + at.offset, *stop = at.source->text + end;
    const char *body = text + text_identifier(text, stop - text);
    g_autoptr(GHashTable) parameters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    /* The compiler knows the parameters of those macros alone that are not undefined again. */
    const char *close = body < stop && *body == '(' ? memchr(body, ')', stop - body) : NULL;
    if (close != NULL) {
        text_words(body, close - body, add_parameter, parameters);
        body = close + 1;
    }
    guint32 signature = take_text(visit->facts, text_one_line(text, body - text));
    symbol_at(visit, place)->signature = signature;
    MacroText words = {visit, place, body, text, at.line, at.col, parameters};
    text_words(body, stop - body, add_word, &words);
}

void visit_expansion(Visit *visit, CXCursor cursor)
{
    CXCursor macro = clang_getCursorReferenced(cursor);
    if (clang_Cursor_isNull(macro))
        return; /* __LINE__ and the like */
    Expansion *expansion = g_new0(Expansion, 1);
    expansion->place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    expansion->macro = symbol_of(visit, macro, NULL);
    expansion->cursor = cursor;
    g_hash_table_insert(visit->expansions, place_key(&expansion->place), expansion);
    g_ptr_array_add(visit->in_order, expansion);
}

void visit_inclusion(Visit *visit, CXCursor cursor, const Place *place)
{
    CXFile file = clang_getIncludedFile(cursor);
    const Source *included = file == NULL ? NULL : sources_of(visit->sources, file);
    if (included == NULL || included->path == 0)
        return;
    FactInclude fact = {place->source->path, included->path, place->line};
    g_array_append_val(visit->facts->includes, fact);
    if (!g_hash_table_contains(visit->includers, GUINT_TO_POINTER(included->number)))
        g_hash_table_insert(visit->includers, GUINT_TO_POINTER(included->number),
                            g_memdup2(place, sizeof *place));
}

/* ---- at the end --------------------------------------------------------------------------------------- */

static void add_entered(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    Visit *visit = data;
    const Source *source = sources_of(visit->sources, file);
    gboolean again = !g_hash_table_add(visit->entered, file);
    if (source->path == 0 || (again && clang_isFileMultipleIncludeGuarded(visit->unit, file)))
        return; /* the second time there was nothing in it */
    visit->enters_again |= again;
    g_ptr_array_add(visit->own_files, file);
    g_array_append_val(visit->facts->files, source->path);
}

static int compare_extents(gconstpointer a, gconstpointer b)
{
    const Extent *left = a, *right = b;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    return left->start < right->start ? -1 : left->start > right->start;
}

/* The function whose text holds a place; 0 if none does. */
static guint32 function_around(const Visit *visit, const Place *place)
{
    guint low = 0, high = visit->extents->len;
    while (low < high) { /* the last extent that begins at or before the place */
        guint middle = (low + high) / 2;
        const Extent *extent = &g_array_index(visit->extents, Extent, middle);
        gboolean after = extent->source != place->source->number ? extent->source > place->source->number
                                                                 : extent->start > place->offset;
        if (after)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0)
        return 0;
    const Extent *extent = &g_array_index(visit->extents, Extent, low - 1);
    return extent->source == place->source->number && place->offset < extent->end ? extent->function : 0;
}

/* The same also where the text is brought in by an #include within the function. */
static guint32 function_at(const Visit *visit, const Place *place)
{
    for (guint depth = 0; place != NULL && depth < MOST_INCLUSIONS; depth++) {
        guint32 function = function_around(visit, place);
        if (function != 0)
            return function;
        place = g_hash_table_lookup(visit->includers, GUINT_TO_POINTER(place->source->number));
    }
    return 0;
}

static void add_references(Visit *visit)
{
    g_array_sort(visit->extents, compare_extents);
    for (guint i = 0; i < visit->in_order->len; i++) {
        const Expansion *expansion = g_ptr_array_index(visit->in_order, i);
        FactReference fact = {.symbol = expansion->macro, .kind = FACT_EXPAND};
        fact.inside = function_at(visit, &expansion->place);
        fact.file = expansion->place.source->path;
        fact.line = expansion->place.line;
        fact.col = expansion->place.col;
        g_array_append_val(visit->facts->references, fact);
    }
}

/* Whether a range lies in a file that this parse went through, and not its precompiled header, whose own parse has
 * told what lies there. */
static gboolean is_entered(const Visit *visit, CXSourceRange range)
{
    CXFile file;
    clang_getExpansionLocation(clang_getRangeStart(range), &file, NULL, NULL, NULL);
    return g_hash_table_contains(visit->entered, file);
}

static void add_ranges(Visit *visit, CXSourceRangeList *ranges)
{
    for (guint i = 0; i < ranges->count; i++) {
        if (!is_entered(visit, ranges->ranges[i]))
            continue;
        Place start = sources_place(visit->sources, clang_getRangeStart(ranges->ranges[i]));
        Place end = sources_place(visit->sources, clang_getRangeEnd(ranges->ranges[i]));
        if (place_in_tree(&start)) {
            FactRange fact = {start.source->path, start.line, end.line};
            g_array_append_val(visit->facts->skipped, fact);
        }
    }
    clang_disposeSourceRangeList(ranges);
}

/* Asked for all ranges, the compiler reads every file of the precompiled header; asked for those of a file, it gives
 * those of its first inclusion alone. */
static void add_skipped(Visit *visit)
{
    if (visit->enters_again)
        add_ranges(visit, clang_getAllSkippedRanges(visit->unit));
    for (guint i = 0; i < visit->own_files->len && !visit->enters_again; i++)
        add_ranges(visit, clang_getSkippedRanges(visit->unit, g_ptr_array_index(visit->own_files, i)));
}

void visit_preprocessor_end(Visit *visit)
{
    clang_getInclusions(visit->unit, add_entered, visit);
    add_references(visit);
    add_skipped(visit);
}
