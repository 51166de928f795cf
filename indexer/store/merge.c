/* merge.c: one row for each symbol. See merge.h.
 *
 * Two sightings are one symbol if file, line, kind and resulting name agree; so a template's function is kept
 * once for each name that its includers give it. What stands in a body (calls, expansions) is taken from the
 * first parse that has the body, lest a header's facts count as often as it is included. bind.c does what
 * needs all units. */
#include "store/merge.h"

#include "store/bind.h"

#include <string.h>

/* ---- identity ----------------------------------------------------------------------------------------- */

static gboolean is_record(const SymbolRow *row)
{
    return row->kind == FACT_STRUCT || row->kind == FACT_UNION || row->kind == FACT_ENUM;
}

/* A record may be met before the typedef that gives it its only name: its column tells it from its
 * neighbours. */
static guint symbol_hash(gconstpointer key)
{
    const SymbolRow *row = key;
    guint hash = is_record(row) || row->name == NULL ? row->col : g_str_hash(row->name);
    return hash ^ GPOINTER_TO_UINT(row->file) ^ (row->line * 2654435761u) ^ row->kind;
}

static gboolean symbol_equal(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = a, *right = b;
    if (left->file != right->file || left->line != right->line || left->kind != right->kind)
        return FALSE;
    if (is_record(left))
        return left->col == right->col &&
               (left->name == NULL || right->name == NULL || left->name == right->name);
    return left->name == right->name; /* names are kept once */
}

static void file_free(gpointer data)
{
    FileRow *file = data;
    g_free(file->path);
    g_free(file->hash);
    g_free(file->missing);
    g_free(file->skipped_because);
    g_free(file);
}

static void symbol_free(gpointer data)
{
    SymbolRow *symbol = data;
    g_clear_pointer(&symbol->words, g_array_unref);
    g_free(symbol);
}

Merge *merge_new(void)
{
    Merge *merge = g_new0(Merge, 1);
    merge->texts = g_string_chunk_new(1 << 16);
    merge->files = g_ptr_array_new_with_free_func(file_free);
    merge->files_by_path = g_hash_table_new(g_str_hash, g_str_equal);
    merge->all_symbols = g_ptr_array_new_with_free_func(symbol_free);
    merge->symbols = g_ptr_array_new();
    merge->known = g_hash_table_new(symbol_hash, symbol_equal);
    merge->definitions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    merge->calls = g_array_new(FALSE, TRUE, sizeof(CallRow));
    merge->references = g_array_new(FALSE, TRUE, sizeof(ReferenceRow));
    merge->strings = g_array_new(FALSE, TRUE, sizeof(StringRow));
    merge->cells = g_array_new(FALSE, TRUE, sizeof(CellRow));
    merge->flows = g_array_new(FALSE, TRUE, sizeof(FlowRow));
    merge->sites = g_ptr_array_new_with_free_func(g_free);
    merge->inclusions = g_array_new(FALSE, TRUE, sizeof(InclusionRow));
    merge->diagnostics = g_array_new(FALSE, TRUE, sizeof(DiagnosticRow));
    merge->ranges = g_array_new(FALSE, TRUE, sizeof(RangeRow));
    return merge;
}

void merge_free(Merge *merge)
{
    g_string_chunk_free(merge->texts);
    g_ptr_array_unref(merge->files);
    g_hash_table_unref(merge->files_by_path);
    g_ptr_array_unref(merge->symbols);
    g_ptr_array_unref(merge->all_symbols);
    g_hash_table_unref(merge->known);
    g_hash_table_unref(merge->definitions);
    g_array_unref(merge->calls);
    g_array_unref(merge->references);
    g_array_unref(merge->strings);
    g_array_unref(merge->cells);
    g_array_unref(merge->flows);
    g_ptr_array_unref(merge->sites);
    g_array_unref(merge->inclusions);
    g_array_unref(merge->diagnostics);
    g_array_unref(merge->ranges);
    g_free(merge);
}

FileRow *merge_file(Merge *merge, const char *path)
{
    FileRow *file = g_hash_table_lookup(merge->files_by_path, path);
    if (file == NULL) {
        file = g_new0(FileRow, 1);
        file->path = g_strdup(path);
        file->lines = -1;
        g_ptr_array_add(merge->files, file);
        g_hash_table_insert(merge->files_by_path, file->path, file);
    }
    return file;
}

/* ---- taking in one parse ------------------------------------------------------------------------------ */

typedef struct Intake {
    Merge *merge;
    const Facts *facts;
    const char *part_of;
    FileRow *unit;
    SymbolRow **rows; /* by the facts' places, from 1 */
    FileRow **files;  /* by the facts' strings; filled when asked for */
} Intake;

/* Names are shared by many rows; signatures and comments are not. */
static const char *keep_name(const Intake *intake, guint32 place)
{
    const char *text = facts_text(intake->facts, place);
    return text == NULL ? NULL : g_string_chunk_insert_const(intake->merge->texts, text);
}

static const char *keep_text(const Intake *intake, guint32 place)
{
    const char *text = facts_text(intake->facts, place);
    return text == NULL ? NULL : g_string_chunk_insert(intake->merge->texts, text);
}

static FileRow *file_at(Intake *intake, guint32 place)
{
    if (place == 0)
        return NULL;
    if (intake->files[place] == NULL)
        intake->files[place] = merge_file(intake->merge, facts_text(intake->facts, place));
    return intake->files[place];
}

static SymbolRow *row_at(const Intake *intake, guint32 place)
{
    return place == 0 ? NULL : intake->rows[place];
}

/* The row for a sighting, made if it is the first. */
static SymbolRow *find_row(Intake *intake, const FactSymbol *fact)
{
    Merge *merge = intake->merge;
    SymbolRow probe = {
        .kind = fact->kind, .name = keep_name(intake, fact->name), .file = file_at(intake, fact->file)};
    if (probe.file != NULL) {
        probe.line = fact->line;
        probe.col = fact->col;
    }
    SymbolRow *row = g_hash_table_lookup(merge->known, &probe);
    if (row == NULL) {
        row = g_memdup2(&probe, sizeof probe);
        g_ptr_array_add(merge->all_symbols, row);
        g_hash_table_add(merge->known, row);
    }
    if (row->name == NULL)
        row->name = probe.name;
    return row;
}

/* Whether this parse is the one whose facts in the body of `row` count. */
static gboolean owns_body(const Intake *intake, SymbolRow *row)
{
    if (row->body_from == 0)
        row->body_from = intake->merge->parses;
    return row->body_from == intake->merge->parses;
}

static void take_symbol(Intake *intake, guint place)
{
    const FactSymbol *fact = &g_array_index(intake->facts->symbols, FactSymbol, place - 1);
    SymbolRow *row = find_row(intake, fact);
    intake->rows[place] = row;
    gboolean first_full = row->signature == NULL && (fact->signature != 0 || row->end_line == 0);
    if (first_full) {
        row->end_line = fact->end_line;
        row->signature = keep_text(intake, fact->signature);
        row->unit = intake->unit;
    }
    if (row->doc == NULL)
        row->doc = keep_text(intake, fact->doc);
    if (row->spelled == NULL)
        row->spelled = keep_name(intake, fact->spelled);
    if (row->by_macro == NULL)
        row->by_macro = keep_name(intake, fact->by_macro);
    row->is_static |= (fact->flags & FACT_STATIC) != 0;
    row->defined |= (fact->flags & FACT_DEFINED) != 0 && fact->file != 0;
    if (row->defined && fact->signature != 0)
        owns_body(intake, row); /* the first, even if there is nothing in it */
    gboolean links = fact->kind == FACT_FUNCTION || fact->kind == FACT_VARIABLE;
    if (links && row->defined && !row->is_static)
        bind_define(intake->merge, intake->part_of, row);
}

static void take_parents(Intake *intake)
{
    for (guint place = 1; place <= intake->facts->symbols->len; place++) {
        const FactSymbol *fact = &g_array_index(intake->facts->symbols, FactSymbol, place - 1);
        SymbolRow *row = intake->rows[place], *parent = row_at(intake, fact->parent);
        if (parent == NULL)
            continue;
        row->parent = parent;
        if (fact->kind == FACT_TYPEDEF && parent->named_by == NULL)
            parent->named_by = row->name;
    }
}

static void take_calls(Intake *intake)
{
    for (guint i = 0; i < intake->facts->calls->len; i++) {
        const FactCall *fact = &g_array_index(intake->facts->calls, FactCall, i);
        CallRow call = {.caller = row_at(intake, fact->caller), .callee = row_at(intake, fact->callee)};
        if (!owns_body(intake, call.caller))
            continue;
        call.macro = row_at(intake, fact->macro);
        call.file = file_at(intake, fact->file);
        call.line = fact->line;
        call.col = fact->col;
        call.part_of = intake->part_of;
        call.in_body = fact->in_body;
        g_array_append_val(intake->merge->calls, call);
    }
}

static void take_references(Intake *intake)
{
    for (guint i = 0; i < intake->facts->references->len; i++) {
        const FactReference *fact = &g_array_index(intake->facts->references, FactReference, i);
        ReferenceRow reference = {.symbol = row_at(intake, fact->symbol),
                                  .inside = row_at(intake, fact->inside)};
        if (reference.inside != NULL && !owns_body(intake, reference.inside))
            continue;
        reference.kind = fact->kind;
        reference.part_of = intake->part_of;
        reference.file = file_at(intake, fact->file);
        reference.line = fact->line;
        reference.col = fact->col;
        g_array_append_val(intake->merge->references, reference);
    }
}

static void take_strings(Intake *intake)
{
    for (guint i = 0; i < intake->facts->literals->len; i++) {
        const FactString *fact = &g_array_index(intake->facts->literals, FactString, i);
        StringRow row = {row_at(intake, fact->inside), file_at(intake, fact->file), fact->line, fact->col,
                         NULL};
        if (row.inside != NULL && !owns_body(intake, row.inside))
            continue;
        row.text = keep_text(intake, fact->text);
        g_array_append_val(intake->merge->strings, row);
    }
}

static void take_cells(Intake *intake)
{
    guint ordinal = 0;
    for (guint i = 0; i < intake->facts->cells->len; i++) {
        const FactCell *fact = &g_array_index(intake->facts->cells, FactCell, i);
        CellRow row = {row_at(intake, fact->variable),
                       row_at(intake, fact->field),
                       row_at(intake, fact->symbol),
                       keep_name(intake, fact->path),
                       keep_text(intake, fact->text),
                       fact->kind,
                       (gint64)((guint64)fact->high << 32 | fact->low),
                       0,
                       file_at(intake, fact->file),
                       fact->line,
                       fact->col,
                       intake->part_of};
        ordinal = i > 0 && fact->variable == fact[-1].variable ? ordinal + 1 : 1;
        row.ordinal = ordinal;
        if (owns_body(intake, row.variable))
            g_array_append_val(intake->merge->cells, row);
    }
}

/* The rows of the parse's indirect calls; NULL for those in bodies that another parse owns. */
static SiteRow **take_sites(Intake *intake)
{
    SiteRow **sites = g_new0(SiteRow *, intake->facts->sites->len + 1);
    for (guint i = 0; i < intake->facts->sites->len; i++) {
        const FactSite *fact = &g_array_index(intake->facts->sites, FactSite, i);
        SymbolRow *caller = row_at(intake, fact->caller);
        if (!owns_body(intake, caller))
            continue;
        SiteRow *site = sites[i + 1] = g_new0(SiteRow, 1);
        site->caller = caller;
        site->macro = row_at(intake, fact->macro);
        site->file = file_at(intake, fact->file);
        site->line = fact->line;
        site->col = fact->col;
        g_ptr_array_add(intake->merge->sites, site);
    }
    return sites;
}

static PlaceRow take_place(const Intake *intake, SiteRow **sites, const FactPlace *fact)
{
    return (PlaceRow){fact->kind, row_at(intake, fact->symbol), sites[fact->site], fact->number,
                      keep_name(intake, fact->name)};
}

static void take_flows(Intake *intake)
{
    g_autofree SiteRow **sites = take_sites(intake);
    guint ordinal = 0;
    for (guint i = 0; i < intake->facts->flows->len; i++) {
        const FactFlow *fact = &g_array_index(intake->facts->flows, FactFlow, i);
        ordinal = i > 0 && fact->inside == fact[-1].inside ? ordinal + 1 : 1;
        FlowRow flow = {
            .inside = row_at(intake, fact->inside), .ordinal = ordinal, .part_of = intake->part_of};
        if (!owns_body(intake, flow.inside))
            continue;
        flow.to = take_place(intake, sites, &fact->to);
        flow.from = take_place(intake, sites, &fact->from);
        flow.to_shape = keep_name(intake, fact->to_shape);
        flow.own_shape = keep_name(intake, fact->own_shape);
        flow.cast_shape = keep_name(intake, fact->cast_shape);
        g_array_append_val(intake->merge->flows, flow);
    }
}

static void take_words(Intake *intake)
{
    for (guint i = 0; i < intake->facts->words->len; i++) {
        const FactWord *fact = &g_array_index(intake->facts->words, FactWord, i);
        SymbolRow *macro = row_at(intake, fact->macro);
        if (!owns_body(intake, macro))
            continue;
        MacroWord word = {keep_name(intake, fact->name), fact->line, fact->col};
        if (macro->words == NULL)
            macro->words = g_array_new(FALSE, FALSE, sizeof(MacroWord));
        g_array_append_val(macro->words, word);
    }
}

static void take_files(Intake *intake)
{
    for (guint i = 0; i < intake->facts->files->len; i++)
        file_at(intake, g_array_index(intake->facts->files, guint32, i))->parsed++;
    for (guint i = 0; i < intake->facts->skipped->len; i++) {
        const FactRange *fact = &g_array_index(intake->facts->skipped, FactRange, i);
        RangeRow range = {file_at(intake, fact->file), fact->line, fact->end_line};
        g_array_append_val(intake->merge->ranges, range);
    }
    for (guint i = 0; i < intake->facts->includes->len; i++) {
        const FactInclude *fact = &g_array_index(intake->facts->includes, FactInclude, i);
        InclusionRow row = {file_at(intake, fact->file), file_at(intake, fact->included), fact->line};
        g_array_append_val(intake->merge->inclusions, row);
    }
    for (guint i = 0; i < intake->facts->diagnostics->len; i++) {
        const FactDiagnostic *fact = &g_array_index(intake->facts->diagnostics, FactDiagnostic, i);
        DiagnosticRow row = {file_at(intake, fact->file), fact->line, fact->severity == 1,
                             keep_text(intake, fact->text)};
        g_array_append_val(intake->merge->diagnostics, row);
    }
}

void merge_add(Merge *merge, const char *unit, const char *part_of, const Facts *facts)
{
    Intake intake = {.merge = merge, .facts = facts};
    merge->parses++;
    intake.part_of = g_string_chunk_insert_const(merge->texts, part_of);
    intake.unit = merge_file(merge, unit);
    intake.rows = g_new0(SymbolRow *, facts->symbols->len + 1);
    intake.files = g_new0(FileRow *, facts->strings->len);
    take_files(&intake);
    for (guint place = 1; place <= facts->symbols->len; place++)
        take_symbol(&intake, place);
    take_parents(&intake);
    take_calls(&intake);
    take_references(&intake);
    take_strings(&intake);
    take_cells(&intake);
    take_flows(&intake);
    take_words(&intake);
    g_free(intake.rows);
    g_free(intake.files);
}

void merge_problem(Merge *merge, const char *unit, const char *problem)
{
    DiagnosticRow row = {merge_file(merge, unit), 1, TRUE,
                         g_string_chunk_insert_const(merge->texts, problem)};
    g_array_append_val(merge->diagnostics, row);
}

/* ---- giving out --------------------------------------------------------------------------------------- */

const char *symbol_name(const SymbolRow *symbol)
{
    return symbol->named_by != NULL ? symbol->named_by : symbol->name;
}

GPtrArray *merge_files(Merge *merge)
{
    return merge->files;
}

GPtrArray *merge_symbols(Merge *merge)
{
    return merge->symbols;
}

GArray *merge_calls(Merge *merge)
{
    return merge->calls;
}

GArray *merge_references(Merge *merge)
{
    return merge->references;
}

GArray *merge_strings(Merge *merge)
{
    return merge->strings;
}

GArray *merge_cells(Merge *merge)
{
    return merge->cells;
}

GArray *merge_flows(Merge *merge)
{
    return merge->flows;
}

GPtrArray *merge_sites(Merge *merge)
{
    return merge->sites;
}

GArray *merge_inclusions(Merge *merge)
{
    return merge->inclusions;
}

GArray *merge_diagnostics(Merge *merge)
{
    return merge->diagnostics;
}

GArray *merge_ranges(Merge *merge)
{
    return merge->ranges;
}
