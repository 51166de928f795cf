/* facts.c: facts as arrays, and as one buffer between processes. See facts.h.
 *
 * The buffer is a GVariant of the type (as au au …): its arrays of 32-bit numbers are the arrays of structs
 * as they lie in memory, so packing is a copy and unpacking is none. */
#include "store/facts.h"

#include <string.h>

/* The arrays of a Facts in the order of the buffer, with the size of their elements. */
typedef struct FactArray {
    GArray **array;
    guint size;
} FactArray;

enum { ARRAYS = 12 };

static void list_arrays(Facts *facts, FactArray arrays[static ARRAYS])
{
    FactArray list[ARRAYS] = {
        {&facts->files, sizeof(guint32)},
        {&facts->symbols, sizeof(FactSymbol)},
        {&facts->calls, sizeof(FactCall)},
        {&facts->references, sizeof(FactReference)},
        {&facts->words, sizeof(FactWord)},
        {&facts->literals, sizeof(FactString)},
        {&facts->cells, sizeof(FactCell)},
        {&facts->flows, sizeof(FactFlow)},
        {&facts->sites, sizeof(FactSite)},
        {&facts->skipped, sizeof(FactRange)},
        {&facts->diagnostics, sizeof(FactDiagnostic)},
        {&facts->includes, sizeof(FactInclude)},
    };
    memcpy(arrays, list, sizeof list);
}

Facts *facts_new(void)
{
    Facts *facts = g_new0(Facts, 1);
    FactArray arrays[ARRAYS];
    list_arrays(facts, arrays);
    for (guint i = 0; i < ARRAYS; i++)
        *arrays[i].array = g_array_new(FALSE, FALSE, arrays[i].size);
    facts->strings = g_ptr_array_new();
    g_ptr_array_add(facts->strings, NULL);
    facts->places = g_hash_table_new(g_str_hash, g_str_equal);
    facts->texts = g_string_chunk_new(16384);
    return facts;
}

void facts_free(Facts *facts)
{
    FactArray arrays[ARRAYS];
    list_arrays(facts, arrays);
    for (guint i = 0; i < ARRAYS; i++)
        g_array_unref(*arrays[i].array);
    g_ptr_array_unref(facts->strings);
    g_clear_pointer(&facts->places, g_hash_table_unref);
    g_clear_pointer(&facts->texts, g_string_chunk_free);
    g_clear_pointer(&facts->packed, g_variant_unref);
    g_free(facts);
}

guint32 facts_string(Facts *facts, const char *text)
{
    if (text == NULL || *text == '\0')
        return 0;
    gpointer place = g_hash_table_lookup(facts->places, text);
    if (place != NULL)
        return GPOINTER_TO_UINT(place);
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    if (valid != NULL)
        return facts_string(facts, valid);
    char *copy = g_string_chunk_insert(facts->texts, text);
    g_hash_table_insert(facts->places, copy, GUINT_TO_POINTER(facts->strings->len));
    g_ptr_array_add(facts->strings, copy);
    return facts->strings->len - 1;
}

const char *facts_text(const Facts *facts, guint32 place)
{
    return g_ptr_array_index(facts->strings, place);
}

GBytes *facts_pack(Facts *facts)
{
    FactArray arrays[ARRAYS];
    list_arrays(facts, arrays);
    GVariant *members[ARRAYS + 1];
    members[0] = g_variant_new_strv((const char *const *)facts->strings->pdata + 1, facts->strings->len - 1);
    for (guint i = 0; i < ARRAYS; i++) {
        GArray *array = *arrays[i].array;
        members[i + 1] =
            g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, array->data,
                                      array->len * (arrays[i].size / sizeof(guint32)), sizeof(guint32));
    }
    g_autoptr(GVariant) packed = g_variant_ref_sink(g_variant_new_tuple(members, G_N_ELEMENTS(members)));
    return g_variant_get_data_as_bytes(packed);
}

Facts *facts_unpack(GBytes *buffer)
{
    Facts *facts = g_new0(Facts, 1);
    FactArray arrays[ARRAYS];
    list_arrays(facts, arrays);
    GString *type = g_string_new("(as");
    for (guint i = 0; i < ARRAYS; i++)
        g_string_append(type, "au");
    g_string_append_c(type, ')');
    facts->packed = g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(type->str), buffer, TRUE));
    g_string_free(type, TRUE);

    g_autoptr(GVariant) strings = g_variant_get_child_value(facts->packed, 0);
    gsize length;
    g_autofree const char **texts = g_variant_get_strv(strings, &length);
    facts->strings = g_ptr_array_sized_new(length + 1);
    g_ptr_array_add(facts->strings, NULL);
    for (gsize i = 0; i < length; i++)
        g_ptr_array_add(facts->strings, (char *)texts[i]);
    for (guint i = 0; i < ARRAYS; i++) {
        g_autoptr(GVariant) member = g_variant_get_child_value(facts->packed, i + 1);
        gconstpointer data = g_variant_get_fixed_array(member, &length, sizeof(guint32));
        *arrays[i].array = g_array_sized_new(FALSE, FALSE, arrays[i].size, length);
        g_array_append_vals(*arrays[i].array, data, length * sizeof(guint32) / arrays[i].size);
    }
    return facts;
}
