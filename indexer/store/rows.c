/* rows.c: what is stored file by file. See bind.h.
 *
 * Rows come by the hundred thousand and mostly in the order of their files' text. They are put beside each other
 * file by file, by counting; within a file they are sorted when somebody wants to write them, and when nothing of
 * a file has changed nobody does.
 *
 * Where a function has several bodies, its rows are those of all of them, once each. Two calls of one function at one
 * place (a macro that calls it twice) are two rows; so of those that several bodies have at one place, as many are kept
 * as the body has that has most. */
#include "store/bind.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = (1 << (ROW_SHIFT - 1)) - 1 }; /* of one kind in one file */

static int compare_numbers(gint64 left, gint64 right)
{
    return left < right ? -1 : left > right;
}

static int compare_places(const Row *left, const Row *right)
{
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    return left->col < right->col ? -1 : left->col > right->col;
}

static gint64 id_of(const SymbolRow *symbol)
{
    return symbol == NULL ? 0 : symbol->id;
}

static gint64 inside(const Row *row)
{
    return id_of(row_inside(row));
}

/* ---- the order of each kind within a file; what compares as equal says the same ---- */

static int compare_calls(gconstpointer a, gconstpointer b)
{
    const CallRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    if (order == 0)
        order = compare_numbers(inside(&left->at), inside(&right->at));
    return order != 0 ? order : compare_numbers(left->callee->id, right->callee->id);
}

static int compare_references(gconstpointer a, gconstpointer b)
{
    const ReferenceRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    if (order == 0)
        order = compare_numbers(left->kind, right->kind);
    if (order == 0)
        order = compare_numbers(left->symbol->id, right->symbol->id);
    return order != 0 ? order : compare_numbers(inside(&left->at), inside(&right->at));
}

static int compare_strings(gconstpointer a, gconstpointer b)
{
    const StringRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    if (order == 0)
        order = compare_numbers(inside(&left->at), inside(&right->at));
    return order != 0 ? order : g_strcmp0(left->text, right->text);
}

static int compare_cells(gconstpointer a, gconstpointer b)
{
    const CellRow *left = a, *right = b;
    int order = compare_numbers(left->variable->id, right->variable->id);
    return order != 0 ? order : compare_numbers(left->in_variable, right->in_variable);
}

static int compare_sites(gconstpointer a, gconstpointer b)
{
    const SiteRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    if (order == 0)
        order = compare_numbers(inside(&left->at), inside(&right->at));
    if (order == 0)
        order = g_strcmp0(left->site->shape, right->site->shape);
    return order != 0 ? order : g_strcmp0(left->site->type, right->site->type);
}

static int compare_flow_places(const PlaceRow *left, const PlaceRow *right)
{
    int order = compare_numbers(left->kind, right->kind);
    if (order == 0)
        order = compare_numbers(id_of(left->symbol), id_of(right->symbol));
    if (order == 0)
        order = compare_numbers(site_id(left->site), site_id(right->site));
    if (order == 0)
        order = compare_numbers(left->number, right->number);
    return order != 0 ? order : g_strcmp0(left->name, right->name);
}

static int compare_flows(gconstpointer a, gconstpointer b)
{
    const FlowRow *left = a, *right = b;
    int order = compare_numbers(inside(&left->at), inside(&right->at));
    if (order == 0)
        order = compare_flow_places(&left->to, &right->to);
    if (order == 0)
        order = compare_flow_places(&left->from, &right->from);
    if (order == 0)
        order = g_strcmp0(left->to_shape, right->to_shape);
    if (order == 0)
        order = g_strcmp0(left->own_shape, right->own_shape);
    return order != 0 ? order : g_strcmp0(left->cast_shape, right->cast_shape);
}

static int compare_inclusions(gconstpointer a, gconstpointer b)
{
    const InclusionRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    return order != 0 ? order : compare_numbers(left->included->key, right->included->key);
}

static int compare_ranges(gconstpointer a, gconstpointer b)
{
    const RangeRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    return order != 0 ? order : compare_numbers(left->end_line, right->end_line);
}

static int compare_diagnostics(gconstpointer a, gconstpointer b)
{
    const DiagnosticRow *left = a, *right = b;
    int order = compare_places(&left->at, &right->at);
    return order != 0 ? order : strcmp(left->text, right->text);
}

/* ---- which rows count: what they speak of must have found room ---- */

static gboolean call_counts(gconstpointer row)
{
    const CallRow *call = row;
    return inside(&call->at) != 0 && call->callee->id != 0;
}

static gboolean reference_counts(gconstpointer row)
{
    return ((const ReferenceRow *)row)->symbol->id != 0;
}

/* A variable has one value in each of its places: that of the first parse that says any. */
static gboolean cell_counts(gconstpointer row)
{
    const CellRow *cell = row;
    const Body *first = cell->at.body;
    for (const Body *body = first->symbol->bodies; body != NULL; body = body->next)
        if (body->has_cells && body->order < first->order)
            first = body;
    return cell->variable->id != 0 && first == cell->at.body;
}

static gboolean body_counts(gconstpointer row)
{
    return inside(row) != 0;
}

/* ---- all kinds ---- */

static const struct {
    gsize size;
    GCompareFunc compare;
    gboolean (*counts)(gconstpointer row); /* NULL: all do */
    gboolean repeats;                      /* what a body says twice is two */
} KINDS[ROWS_KINDS] = {
    [ROWS_CALLS] = {sizeof(CallRow), compare_calls, call_counts, TRUE},
    [ROWS_REFERENCES] = {sizeof(ReferenceRow), compare_references, reference_counts, FALSE},
    [ROWS_STRINGS] = {sizeof(StringRow), compare_strings, NULL, FALSE},
    [ROWS_CELLS] = {sizeof(CellRow), compare_cells, cell_counts, FALSE},
    [ROWS_SITES] = {sizeof(SiteRow), compare_sites, body_counts, TRUE},
    [ROWS_FLOWS] = {sizeof(FlowRow), compare_flows, body_counts, FALSE},
    [ROWS_INCLUSIONS] = {sizeof(InclusionRow), compare_inclusions, NULL, FALSE},
    [ROWS_RANGES] = {sizeof(RangeRow), compare_ranges, NULL, FALSE},
    [ROWS_DIAGNOSTICS] = {sizeof(DiagnosticRow), compare_diagnostics, NULL, FALSE},
};

void rows_init(Merge *merge)
{
    for (guint kind = 0; kind < ROWS_KINDS; kind++)
        merge->rows[kind].all = g_array_new(FALSE, FALSE, KINDS[kind].size);
}

void rows_clear(Merge *merge)
{
    for (guint kind = 0; kind < ROWS_KINDS; kind++) {
        g_array_unref(merge->rows[kind].all);
        g_free(merge->rows[kind].starts);
        g_free(merge->rows[kind].counts);
        g_free(merge->rows[kind].sorted);
    }
}

/* ---- grouping ---- */

static Row *row_at(const Rows *rows, guint kind, guint i)
{
    return (Row *)(rows->all->data + i * KINDS[kind].size);
}

static gboolean counts(const Row *row, guint kind)
{
    return KINDS[kind].counts == NULL || KINDS[kind].counts(row);
}

static void drop_what_does_not_count(Rows *rows, guint kind)
{
    guint kept = 0;
    for (guint i = 0; i < rows->all->len; i++)
        if (counts(row_at(rows, kind, i), kind) && kept++ != i)
            memcpy(row_at(rows, kind, kept - 1), row_at(rows, kind, i), KINDS[kind].size);
    g_array_set_size(rows->all, kept);
}

/* A counting sort by the files' numbers. */
static void group(Rows *rows, guint kind, guint files)
{
    gsize size = KINDS[kind].size;
    rows->starts = g_new0(guint, files + 1);
    rows->counts = g_new0(guint, files + 1);
    rows->sorted = g_new0(guint8, files + 1);
    for (guint i = 0; i < rows->all->len; i++)
        rows->counts[row_at(rows, kind, i)->file->number]++;
    for (guint i = 0; i < files; i++)
        rows->starts[i + 1] = rows->starts[i] + rows->counts[i];
    memset(rows->counts, 0, files * sizeof(guint));
    GArray *grouped = g_array_sized_new(FALSE, FALSE, size, rows->all->len);
    g_array_set_size(grouped, rows->all->len);
    for (guint i = 0; i < rows->all->len; i++) {
        guint number = row_at(rows, kind, i)->file->number;
        guint place = rows->starts[number] + rows->counts[number]++;
        memcpy(grouped->data + place * size, row_at(rows, kind, i), size);
    }
    g_array_unref(rows->all);
    rows->all = grouped;
}

static void note_overflow(Merge *merge, const Rows *rows)
{
    for (guint i = 0; i < merge->files_by_key->len && rows->all->len > MOST_ROWS; i++)
        if (rows->counts[i] > MOST_ROWS) {
            const FileRow *file = g_ptr_array_index(merge->files_by_key, i);
            merge_problem(merge, file->path,
                          "more in one file than the index has room for; the rest is left out");
        }
}

void rows_group(Merge *merge)
{
    for (guint kind = 0; kind < ROWS_KINDS; kind++) {
        drop_what_does_not_count(&merge->rows[kind], kind);
        group(&merge->rows[kind], kind, merge->files_by_key->len);
        if (kind != ROWS_DIAGNOSTICS)
            note_overflow(merge, &merge->rows[kind]);
    }
}

/* ---- sorting ---- */

static int compare_told(const Row *left, const Row *right)
{
    int order = compare_numbers(left->body->order, right->body->order);
    return order != 0 ? order : compare_numbers(left->ordinal, right->ordinal);
}

/* What says the same stands together, first what the first parse says. */
static int compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
    int order = KINDS[GPOINTER_TO_UINT(data)].compare(a, b);
    return order != 0 ? order : compare_told(a, b);
}

static guint keep_one_of_each(char *rows, guint count, RowKind kind)
{
    gsize size = KINDS[kind].size;
    const Body *body = NULL;
    guint kept = 0, first = 0, times = 0; /* first: kept one of those that say the same */
    for (guint i = 0; i < count; i++) {
        const Row *row = (const Row *)(rows + i * size);
        gboolean again = kept > 0 && KINDS[kind].compare(rows + first * size, row) == 0;
        times = again && KINDS[kind].repeats && row->body == body ? times + 1 : 0;
        body = row->body;
        if (!again)
            first = kept;
        if (first + times < kept) {
            if (kind == ROWS_SITES)
                ((const SiteRow *)row)->site->same = ((SiteRow *)rows)[first + times].site;
        } else if (kept++ != i) {
            memcpy(rows + (kept - 1) * size, row, size);
        }
    }
    return kept;
}

/* In the order of the text again. */
static int compare_in_body(gconstpointer a, gconstpointer b)
{
    const FlowRow *left = a, *right = b;
    int order = compare_numbers(inside(&left->at), inside(&right->at));
    return order != 0 ? order : compare_told(&left->at, &right->at);
}

static void number_flows(FlowRow *rows, guint count)
{
    qsort(rows, count, sizeof *rows, compare_in_body);
    for (guint i = 0; i < count; i++)
        rows[i].in_body =
            i > 0 && row_inside(&rows[i].at) == row_inside(&rows[i - 1].at) ? rows[i - 1].in_body + 1 : 1;
}

/* How many parses left out a range: those whose range holds it, of which each has one at most. */
static guint count_around(const RangeRow *rows, const guint *times, guint count, const RangeRow *range)
{
    guint around = 0;
    for (guint i = 0; i < count && rows[i].at.line <= range->at.line; i++)
        around += rows[i].end_line >= range->end_line ? times[i] : 0;
    return around;
}

/* Keeps the ranges that every parse of the file left out; what one of them compiled is not "not compiled here".
 * A second inclusion leaves out all between the guard and its #endif: a range that holds the others. */
static guint keep_common_ranges(RangeRow *rows, guint count)
{
    g_autofree guint *times = g_new0(guint, count + 1);
    guint different = 0, kept = 0;
    for (guint i = 0; i < count; i++) {
        if (different == 0 || compare_ranges(&rows[different - 1], &rows[i]) != 0)
            rows[different++] = rows[i];
        times[different - 1]++;
    }
    g_autofree RangeRow *all = g_memdup2(rows, different * sizeof *rows);
    for (guint i = 0; i < different; i++)
        if (count_around(all, times, different, &all[i]) >= all[i].at.file->parsed)
            rows[kept++] = all[i];
    return kept;
}

gpointer merge_rows(Merge *merge, RowKind kind, const FileRow *file, guint *count)
{
    Rows *rows = &merge->rows[kind];
    *count = rows->counts[file->number];
    return rows->all->data + rows->starts[file->number] * KINDS[kind].size;
}

guint merge_sort(Merge *merge, RowKind kind, const FileRow *file)
{
    guint count;
    gpointer rows = merge_rows(merge, kind, file, &count);
    guint8 *sorted = &merge->rows[kind].sorted[file->number];
    if (*sorted)
        return count;
    g_qsort_with_data(rows, count, KINDS[kind].size, compare_rows, GUINT_TO_POINTER(kind));
    if (kind == ROWS_RANGES)
        count = keep_common_ranges(rows, count);
    else
        count = keep_one_of_each(rows, count, kind);
    if (kind == ROWS_FLOWS)
        number_flows(rows, count);
    *sorted = TRUE;
    return merge->rows[kind].counts[file->number] = MIN(count, MOST_ROWS);
}
