/* layout.c: the fields of a record; see layout.h.
 *
 * The index has them flat, with dotted names for those of unnamed members. They are put in the order of memory, each
 * member's own right behind it. A member that is a record of its own (PyVarObject ob_base) has its fields elsewhere:
 * they are fetched, and stand there with its name in front. */
#include "cmd/layout.h"

#include <string.h>

#define DEEPEST 8 /* records within records; a struct cannot hold itself, a damaged index might say so */

typedef struct Layout {
    Index *index;
    Table *to;
    gboolean all;
    guint depth;
} Layout;

/* The fields of one record, and where they go. */
typedef struct Members {
    const Table *rows;
    const char *prefix; /* of their names: "ob_base." */
    gint64 offset;      /* of the record in the outermost one, in bits */
} Members;

static gboolean add_record(Layout *layout, const char *id, const char *prefix, gint64 offset, GError **error);

/* "union { … } data" for "union (unnamed union at Include/unicodeobject.h:350:5) data"; the caller frees it. */
static char *readable(const char *declaration)
{
    const char *from = strstr(declaration, "(unnamed "), *to;
    if (from == NULL)
        from = strstr(declaration, "(anonymous ");
    if (from == NULL || (to = strchr(from, ')')) == NULL)
        return g_strdup(declaration);
    return g_strdup_printf("%.*s{ … }%s", (int)(from - declaration), declaration, to + 1);
}

/* The offset in bytes, and the size in bytes or the bits. */
static void add_row(Layout *layout, const Members *members, guint row)
{
    gint64 at = members->offset + table_get_int(members->rows, row, "bit_offset");
    gint64 bits = table_get_int(members->rows, row, "bits");
    gboolean is_bit_field = at % 8 != 0 || bits % 8 != 0,
             is_known = table_get(members->rows, row, "bit_offset") != NULL;
    g_autofree char *offset = is_known ? g_strdup_printf("%" G_GINT64_FORMAT, at / 8) : NULL;
    g_autofree char *size = is_bit_field || bits == 0 ? NULL : g_strdup_printf("%" G_GINT64_FORMAT, bits / 8);
    g_autofree char *range =
        is_bit_field ? g_strdup_printf("%d-%d", (int)(at % 8), (int)(at % 8 + bits - 1)) : NULL;
    g_autofree char *name = g_strconcat(members->prefix, table_get(members->rows, row, "name"), NULL);
    g_autofree char *declaration = readable(table_get(members->rows, row, "signature"));
    const char *cells[] = {offset,
                           size,
                           range,
                           name,
                           declaration,
                           table_get(members->rows, row, "file"),
                           table_get(members->rows, row, "line")};
    table_add(layout->to, cells);
}

/* The record that a member is, by value: its first word, or what follows "struct"; NULL: it is none. */
static char *record_of(Index *index, const char *declaration)
{
    g_auto(GStrv) words = g_strsplit(declaration, " ", -1);
    guint count = g_strv_length(words);
    if (count < 2 || strchr(declaration, '*') != NULL || strchr(declaration, '(') != NULL)
        return NULL;
    g_autoptr(Table) record = index_query(index, NULL, "type_record", "name", words[count - 2], NULL);
    return record != NULL && table_size(record) > 0 ? g_strdup(table_get(record, 0, "id")) : NULL;
}

/* Takes apart a member that is a record with a name of its own: the first one, or any with --all. */
static gboolean open_member(Layout *layout, const Members *members, guint row, GError **error)
{
    gint64 at = table_get_int(members->rows, row, "bit_offset");
    g_autofree char *id =
        at == 0 || layout->all ? record_of(layout->index, table_get(members->rows, row, "signature")) : NULL;
    if (id == NULL || layout->depth == DEEPEST)
        return TRUE;
    g_autofree char *prefix = g_strconcat(members->prefix, table_get(members->rows, row, "name"), ".", NULL);
    layout->depth++;
    gboolean done = add_record(layout, id, prefix, members->offset + at, error);
    layout->depth--;
    return done;
}

/* Adds the members whose names are `path` and one word more, each followed by those within it. */
static gboolean add_members(Layout *layout, const Members *members, const char *path, GError **error)
{
    for (guint row = 0; row < table_size(members->rows); row++) {
        const char *name = table_get(members->rows, row, "name");
        if (!g_str_has_prefix(name, path) || strchr(name + strlen(path), '.') != NULL)
            continue;
        g_autofree char *within = g_strconcat(name, ".", NULL);
        add_row(layout, members, row);
        if (!open_member(layout, members, row, error) || !add_members(layout, members, within, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_record(Layout *layout, const char *id, const char *prefix, gint64 offset, GError **error)
{
    g_autoptr(Table) rows = index_query(layout->index, error, "type_fields", "id", id, NULL);
    if (rows == NULL)
        return FALSE;
    Members members = {rows, prefix, offset};
    return add_members(layout, &members, "", error);
}

Table *layout_fields(Index *index, const Table *symbol, gboolean all, GError **error)
{
    static const char *const columns[] = {"offset",      "size", "bits", "field",
                                          "declaration", "file", "line", NULL};
    static const char *const numbers[] = {"offset", "size", "line"};
    g_autoptr(Table) table = table_new(columns);
    Layout layout = {.index = index, .to = table, .all = all};
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        table_set_number(table, numbers[i]);
    if (!add_record(&layout, table_get(symbol, 0, "id"), "", 0, error))
        return NULL;
    return g_steal_pointer(&table);
}
