/* take.c: takes what one parse found into the merge. See merge.h.
 *
 * A parse speaks of symbols by their places in its own facts. First each gets its row, and of the bodies it is seen which
 * are new (bodies.c); then all that stands in these becomes rows, which bind.c and rows.c make final. */
#include "store/bind.h"

#include <string.h>

typedef struct Intake {
    Merge *merge;
    const Facts *facts;
    guint order;
    const char *part_of;
    FileRow *unit;
    SymbolRow **rows; /* by the facts' places, from 1 */
    Body **bodies; /* likewise; NULL: another parse has brought the same. At 0: what stands at file level */
} Intake;

static const char *text_at(const Intake *intake, guint32 place)
{
    return facts_text(intake->facts, place);
}

static FileRow *file_at(const Intake *intake, guint32 place)
{
    if (place == 0)
        return NULL;
    GPtrArray *files = intake->merge->files_by_text;
    if (place >= files->len)
        g_ptr_array_set_size(files, place + 1);
    if (g_ptr_array_index(files, place) == NULL)
        g_ptr_array_index(files, place) = merge_file(intake->merge, text_at(intake, place));
    return g_ptr_array_index(files, place);
}

static SymbolRow *row_at(const Intake *intake, guint32 place)
{
    return place == 0 ? NULL : intake->rows[place];
}

/* The row for a sighting, made if it is the first. */
static SymbolRow *find_row(const Intake *intake, const FactSymbol *fact)
{
    Merge *merge = intake->merge;
    SymbolRow probe = {
        .kind = fact->kind, .name = text_at(intake, fact->name), .file = file_at(intake, fact->file)};
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

/* Takes what a sighting says unless a better one has said it: one with a signature, one with an extent, the
 * parse of lowest order. */
static void take_extent(const Intake *intake, SymbolRow *row, const FactSymbol *fact)
{
    guint rank = fact->signature != 0 ? 0 : fact->end_line != 0 ? 1 : 2;
    guint said_by = rank << 30 | intake->order;
    if (row->said_by != 0 && row->said_by <= said_by)
        return;
    row->said_by = said_by;
    row->end_line = fact->end_line;
    row->signature = text_at(intake, fact->signature);
    row->offset = fact->offset;
    row->bits = fact->bits;
    row->unit = intake->unit;
}

/* Sightings agree on these, or keep silent; should they ever not, the text decides. */
static void take_text(const Intake *intake, const char **text, guint32 place)
{
    const char *other = text_at(intake, place);
    if (*text == NULL || (other != NULL && other != *text && strcmp(other, *text) < 0))
        *text = other;
}

static void take_symbol(const Intake *intake, guint place)
{
    const FactSymbol *fact = &g_array_index(intake->facts->symbols, FactSymbol, place - 1);
    SymbolRow *row = find_row(intake, fact);
    intake->rows[place] = row;
    take_extent(intake, row, fact);
    take_text(intake, &row->doc, fact->doc);
    take_text(intake, &row->spelled, fact->spelled);
    take_text(intake, &row->by_macro, fact->by_macro);
    gboolean is_static = (fact->flags & FACT_STATIC) != 0,
             defined = (fact->flags & FACT_DEFINED) != 0 && fact->file != 0;
    row->is_static |= is_static;
    row->defined |= defined;
    gboolean links = fact->kind == FACT_FUNCTION || fact->kind == FACT_VARIABLE;
    if (links && defined && !is_static)
        bind_define(intake->merge, intake->part_of, intake->order, row);
}

static void take_parents(const Intake *intake)
{
    for (guint place = 1; place <= intake->facts->symbols->len; place++) {
        const FactSymbol *fact = &g_array_index(intake->facts->symbols, FactSymbol, place - 1);
        SymbolRow *row = intake->rows[place], *parent = row_at(intake, fact->parent);
        if (parent == NULL)
            continue;
        row->parent = parent;
        if (fact->kind == FACT_TYPEDEF && (parent->named_by == NULL || intake->order < parent->named_from)) {
            parent->named_by = row->name;
            parent->named_from = intake->order;
        }
    }
}

/* The head of a row. Without a file or a body it is stored nowhere. */
static Row row_head(const Intake *intake, guint32 inside, guint32 file, guint line, guint col, guint ordinal)
{
    return (Row){file_at(intake, file), line, col, intake->bodies[inside], ordinal};
}

static void add_row(const Intake *intake, RowKind kind, gconstpointer row)
{
    const Row *head = row;
    if (head->file != NULL && head->body != NULL)
        g_array_append_vals(intake->merge->rows[kind].all, row, 1);
}

static void take_calls(const Intake *intake)
{
    for (guint i = 0; i < intake->facts->calls->len; i++) {
        const FactCall *fact = &g_array_index(intake->facts->calls, FactCall, i);
        CallRow row = {.at = row_head(intake, fact->caller, fact->file, fact->line, fact->col, i)};
        row.callee = row_at(intake, fact->callee);
        row.macro = row_at(intake, fact->macro);
        row.in_body = fact->in_body;
        add_row(intake, ROWS_CALLS, &row);
    }
}

static void take_references(const Intake *intake)
{
    for (guint i = 0; i < intake->facts->references->len; i++) {
        const FactReference *fact = &g_array_index(intake->facts->references, FactReference, i);
        ReferenceRow row = {.at = row_head(intake, fact->inside, fact->file, fact->line, fact->col, i)};
        row.symbol = row_at(intake, fact->symbol);
        row.kind = fact->kind;
        add_row(intake, ROWS_REFERENCES, &row);
    }
}

static void take_strings(const Intake *intake)
{
    for (guint i = 0; i < intake->facts->literals->len; i++) {
        const FactString *fact = &g_array_index(intake->facts->literals, FactString, i);
        StringRow row = {.at = row_head(intake, fact->inside, fact->file, fact->line, fact->col, i)};
        row.text = text_at(intake, fact->text);
        add_row(intake, ROWS_STRINGS, &row);
    }
}

static void take_cells(const Intake *intake)
{
    g_autofree guint *counts =
        g_new0(guint, intake->facts->symbols->len + 1); /* of each variable; some stand twice */
    for (guint i = 0; i < intake->facts->cells->len; i++) {
        const FactCell *fact = &g_array_index(intake->facts->cells, FactCell, i);
        CellRow row = {.at = row_head(intake, fact->variable, fact->file, fact->line, fact->col, i)};
        row.in_variable = ++counts[fact->variable];
        row.variable = row_at(intake, fact->variable);
        row.field = row_at(intake, fact->field);
        row.symbol = row_at(intake, fact->symbol);
        row.path = text_at(intake, fact->path);
        row.text = text_at(intake, fact->text);
        row.kind = fact->kind;
        row.number = (gint64)((guint64)fact->high << 32 | fact->low);
        row.place = row.at.file;
        row.to_shape = text_at(intake, fact->to_shape);
        row.own_shape = text_at(intake, fact->own_shape);
        row.cast_shape = text_at(intake, fact->cast_shape);
        if (row.at.body != NULL)
            row.at.body->has_cells = TRUE;
        add_row(intake, ROWS_CELLS, &row);
    }
}

/* The parse's indirect calls, NULL where they are not stored. */
static Site **take_sites(const Intake *intake)
{
    Site **sites = g_new0(Site *, intake->facts->sites->len + 1);
    for (guint i = 0; i < intake->facts->sites->len; i++) {
        const FactSite *fact = &g_array_index(intake->facts->sites, FactSite, i);
        SiteRow row = {.at = row_head(intake, fact->caller, fact->file, fact->line, fact->col, i)};
        if (row.at.body == NULL)
            continue;
        row.site = sites[i + 1] = g_new0(Site, 1);
        row.site->macro = row_at(intake, fact->macro);
        row.site->shape = text_at(intake, fact->shape);
        row.site->type = text_at(intake, fact->type);
        g_ptr_array_add(intake->merge->sites, row.site);
        add_row(intake, ROWS_SITES, &row);
    }
    return sites;
}

static PlaceRow take_place(const Intake *intake, Site **sites, const FactPlace *fact)
{
    return (PlaceRow){fact->kind, row_at(intake, fact->symbol), sites[fact->site], fact->number,
                      text_at(intake, fact->name)};
}

static void take_flows(const Intake *intake)
{
    g_autofree Site **sites = take_sites(intake);
    g_autofree guint *counts =
        g_new0(guint, intake->facts->symbols->len + 1); /* of each function, likewise */
    for (guint i = 0; i < intake->facts->flows->len; i++) {
        const FactFlow *fact = &g_array_index(intake->facts->flows, FactFlow, i);
        FlowRow row = {.at = row_head(intake, fact->inside, 0, 0, 0, i)};
        row.in_body = ++counts[fact->inside];
        row.at.file = row_at(intake, fact->inside)->file;
        row.to = take_place(intake, sites, &fact->to);
        row.from = take_place(intake, sites, &fact->from);
        row.to_shape = text_at(intake, fact->to_shape);
        row.own_shape = text_at(intake, fact->own_shape);
        row.cast_shape = text_at(intake, fact->cast_shape);
        add_row(intake, ROWS_FLOWS, &row);
    }
}

static void take_words(const Intake *intake)
{
    for (guint i = 0; i < intake->facts->words->len; i++) {
        const FactWord *fact = &g_array_index(intake->facts->words, FactWord, i);
        SymbolRow *macro = row_at(intake, fact->macro);
        if (intake->bodies[fact->macro] == NULL)
            continue;
        MacroWord word = {text_at(intake, fact->name), fact->line, fact->col};
        if (macro->words == NULL)
            macro->words = g_array_new(FALSE, FALSE, sizeof(MacroWord));
        g_array_append_val(macro->words, word);
    }
}

static void take_files(const Intake *intake)
{
    for (guint i = 0; i < intake->facts->files->len; i++)
        file_at(intake, g_array_index(intake->facts->files, guint32, i))->parsed++;
    for (guint i = 0; i < intake->facts->skipped->len; i++) {
        const FactRange *fact = &g_array_index(intake->facts->skipped, FactRange, i);
        RangeRow row = {row_head(intake, 0, fact->file, fact->line, 0, i), fact->end_line};
        add_row(intake, ROWS_RANGES, &row);
    }
    for (guint i = 0; i < intake->facts->includes->len; i++) {
        const FactInclude *fact = &g_array_index(intake->facts->includes, FactInclude, i);
        InclusionRow row = {row_head(intake, 0, fact->file, fact->line, 0, i),
                            file_at(intake, fact->included)};
        add_row(intake, ROWS_INCLUSIONS, &row);
    }
    for (guint i = 0; i < intake->facts->diagnostics->len; i++) {
        const FactDiagnostic *fact = &g_array_index(intake->facts->diagnostics, FactDiagnostic, i);
        DiagnosticRow row = {row_head(intake, 0, fact->file, fact->line, 0, i), fact->severity == 1,
                             text_at(intake, fact->text)};
        add_row(intake, ROWS_DIAGNOSTICS, &row);
    }
}

static void note_part(Merge *merge, guint order, const char *part_of)
{
    if (order >= merge->parts->len)
        g_ptr_array_set_size(merge->parts, order + 1);
    g_ptr_array_index(merge->parts, order) = (char *)part_of;
}

void merge_add(Merge *merge, guint order, const char *unit, const char *part_of, const Facts *facts)
{
    g_assert(facts->texts == merge->texts);
    Intake intake = {.merge = merge, .facts = facts, .order = order};
    intake.part_of = texts_keep(merge->texts, part_of);
    intake.unit = merge_file(merge, unit);
    intake.rows = g_new0(SymbolRow *, facts->symbols->len + 1);
    note_part(merge, order, intake.part_of);
    for (guint place = 1; place <= facts->symbols->len; place++)
        take_symbol(&intake, place);
    take_parents(&intake);
    intake.bodies = bodies_of(merge, facts, order, intake.rows);
    take_calls(&intake);
    take_references(&intake);
    take_strings(&intake);
    take_cells(&intake);
    take_flows(&intake);
    take_words(&intake);
    take_files(&intake);
    g_free(intake.bodies);
    g_free(intake.rows);
}
