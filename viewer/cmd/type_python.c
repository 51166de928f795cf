/* type_python.c: see type_python.h. `list`, PyList_Type and PyListObject are answered alike: by what the index has of the
 * type (indexer/link/python_objects.c found the record, the sizes and the flags). */
#include "cmd/type_python.h"

#include "cmd/layout.h"
#include "cmd/subject.h"

#include <string.h>

#define BUILTINS "builtins."
#define IN_SHORT 10 /* files that use it */

static void append_fact(GString *to, const char *before, const char *value, const char *behind)
{
    if (value != NULL)
        g_string_append_printf(to, "%s%s%s\n", before, value, behind);
}

/* "PyListObject, struct, 40 bytes, Include/listobject.h:23"; NULL: `record` is empty. The caller frees it. */
static char *describe_record(const Table *record)
{
    if (record == NULL || table_size(record) == 0)
        return NULL;
    g_autofree char *place = subject_place(record);
    return g_strdup_printf("%s, %s, %" G_GINT64_FORMAT " bytes, %s", table_get(record, 0, "name"),
                           table_get(record, 0, "signature"), table_get_int(record, 0, "bits") / 8, place);
}

static void add_facts(const Table *type, const Table *record, Answer *answer)
{
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autofree char *objects = describe_record(record);
    g_auto(GStrv) flags = g_strsplit(table_get(type, 0, "flags") != NULL ? table_get(type, 0, "flags") : "", "|", -1);
    g_autofree char *listed = *flags != NULL ? g_strjoinv(" | ", flags) : NULL;
    append_fact(facts, "Python: ", table_get(type, 0, "name"), "");
    append_fact(facts, "base: ", table_get(type, 0, "base"), "");
    append_fact(facts, "size: ", table_get(type, 0, "size"), " bytes");
    append_fact(facts, "and for each item: ", table_get(type, 0, "item_size"), " bytes");
    append_fact(facts, "flags: ", listed, "");
    append_fact(facts, "objects: ", objects, "");
    answer_add_paragraph(answer, facts->str);
    if (record != NULL && table_size(record) > 0 && table_get(record, 0, "doc") != NULL)
        answer_add_paragraph(answer, table_get(record, 0, "doc"));
}

/* "PyTypeObject PyList_Type", its place, its comment; of a class that a call makes, the place of that. */
static void add_head(const Table *type, const Table *variable, Answer *answer)
{
    const char *name = table_get(type, 0, "name");
    gboolean is_made = table_size(variable) == 0;
    g_autofree char *place = subject_place(is_made ? type : variable);
    g_autofree char *head =
        g_strdup_printf("%s\n%s", is_made ? "a class that a call makes" : table_get(variable, 0, "signature"), place);
    answer_add_heading(answer, g_str_has_prefix(name, BUILTINS) ? name + strlen(BUILTINS) : name);
    answer_add_paragraph(answer, head);
    if (!is_made && table_get(variable, 0, "doc") != NULL)
        answer_add_paragraph(answer, table_get(variable, 0, "doc"));
}

static void add_if_any(Answer *answer, const char *title, Table *table)
{
    if (table_size(table) > 0)
        answer_add_table(answer, title, table, NULL);
    else
        table_free(table);
}

static gboolean add_names(const Context *context, const Table *type, Answer *answer, GError **error)
{
    const char *name = table_get(type, 0, "name"), *id = table_get(type, 0, "symbol_id");
    const char *wrappers = context_option(context, "wrappers") != NULL ? "1" : NULL;
    Table *names =
        index_query(context->index, error, "type_names", "id", id, "type", name, "wrappers", wrappers, NULL);
    if (names == NULL)
        return FALSE;
    add_if_any(answer, "its own", names);
    Table *inherited = index_query(context->index, error, "type_inherited", "type", name, NULL);
    if (inherited == NULL)
        return FALSE;
    add_if_any(answer, "slots of its bases", inherited);
    return TRUE;
}

/* The table in short; `of` is what all of it is about, `more` the command for the rest. */
static void add_first(const Context *context, const char *title, const char *more, Table *table, Answer *answer)
{
    gboolean is_cut = table_size(table) > IN_SHORT && !context->all;
    g_autofree char *full = is_cut ? g_strdup_printf("%s, the first %d (%s)", title, IN_SHORT, more) : g_strdup(title);
    if (is_cut)
        g_ptr_array_set_size(table->rows, IN_SHORT);
    add_if_any(answer, full, table);
}

gboolean type_python_add_uses(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) uses = index_query(context->index, error, "type_uses", "name", name, NULL);
    if (uses == NULL)
        return FALSE;
    g_autofree char *files = subject_count(table_size(uses), "file", "files");
    g_autofree char *title = g_strdup_printf("%s: used in %s", name, files);
    g_autofree char *more = g_strdup_printf("each place: cpyread refs %s", name);
    add_first(context, title, more, g_steal_pointer(&uses), answer);
    return TRUE;
}

/* The other types whose objects are that record. */
static gboolean add_others(const Context *context, const Table *record, const char *name, Answer *answer, GError **error)
{
    Table *types = index_query(context->index, error, "type_of_struct", "id", table_get(record, 0, "id"), NULL);
    if (types == NULL)
        return FALSE;
    for (guint i = table_size(types); i > 0; i--)
        if (strcmp(table_get(types, i - 1, "name"), name) == 0)
            g_ptr_array_remove_index(types->rows, i - 1);
    g_autofree char *count = subject_count(table_size(types), "other type has", "other types have");
    g_autofree char *title = g_strdup_printf("%s: %s such objects", table_get(record, 0, "name"), count);
    add_first(context, title, "--all", types, answer);
    return TRUE;
}

static gboolean add_record(const Context *context, const Table *record, const char *name, Answer *answer, GError **error)
{
    if (table_size(record) == 0)
        return TRUE;
    Table *fields = layout_fields(context->index, record, context->all, error);
    if (fields == NULL)
        return FALSE;
    g_autofree char *title = g_strdup_printf("%s: fields (offset and size in bytes)", table_get(record, 0, "name"));
    add_if_any(answer, title, fields);
    return add_others(context, record, name, answer, error) &&
           type_python_add_uses(context, table_get(record, 0, "name"), answer, error);
}

static Table *symbol_of(const Context *context, const char *id, GError **error)
{
    return index_query(context->index, error, "python_id", "id", id, NULL);
}

gboolean type_python_tell(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) type = index_query(context->index, error, "type_python", "name", name, "id", NULL, NULL);
    g_autoptr(Table) variable = type != NULL ? symbol_of(context, table_get(type, 0, "symbol_id"), error) : NULL;
    g_autoptr(Table) record = variable != NULL ? symbol_of(context, table_get(type, 0, "record_id"), error) : NULL;
    if (record == NULL)
        return FALSE;
    gboolean with_cells = context_option(context, "cells") != NULL && table_size(variable) > 0;
    add_head(type, variable, answer);
    add_facts(type, record, answer);
    return add_names(context, type, answer, error) && add_record(context, record, name, answer, error) &&
           (!with_cells || layout_add_cells(context->index, variable, answer, error));
}

/* The one that all others come from; the whole table, if there is none. */
static Table *keep_root(Table *types)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    guint roots = 0, root = 0;
    for (guint i = 0; i < table_size(types); i++)
        g_hash_table_add(names, (gpointer)table_get(types, i, "name"));
    for (guint i = 0; i < table_size(types); i++) {
        const char *base = table_get(types, i, "base");
        if (base != NULL && g_hash_table_contains(names, base))
            continue;
        roots++;
        root = i;
    }
    if (roots == 1) {
        g_ptr_array_set_size(types->rows, (gint)root + 1);
        g_ptr_array_remove_range(types->rows, 0, root);
    }
    return types;
}

Table *type_python_of(const Context *context, const Table *symbol, GError **error)
{
    const char *id = table_get(symbol, 0, "id"), *kind = table_get(symbol, 0, "kind");
    gboolean is_record = strcmp(kind, "struct") == 0 || strcmp(kind, "union") == 0;
    if (is_record) {
        Table *types = index_query(context->index, error, "type_of_struct", "id", id, NULL);
        return types != NULL ? keep_root(types) : NULL;
    }
    return index_query(context->index, error, "type_python", "id", id, "name",
                       id == NULL ? table_get(symbol, 0, "name") : NULL, NULL);
}
