/* facts.c: facts as arrays, and as bytes. See facts.h.
 *
 * All arrays are tables of 32-bit numbers, so one rule packs them all: column by column, each number as its
 * difference from the one above it, which mostly fits one byte. The bytes are a quarter of the arrays. */
#include "store/facts.h"

#include "store/sum.h"

#include <string.h>

/* An array of Facts and its columns: 't' a text, 's' a symbol, 'b' the symbol in whose body it is, 'i' an indirect
 * call, '.' another number. */
typedef struct FactArray {
    gsize offset; /* of the GArray * in Facts */
    gsize size;   /* of an element */
    const char *columns;
} FactArray;

#define ARRAY(member, Type, columns)                                                                         \
    {                                                                                                        \
        G_STRUCT_OFFSET(Facts, member), sizeof(Type), columns                                                \
    }

static const FactArray ARRAYS[] = {
    ARRAY(sources, FactSource, ".tt"), /* the first, for facts_read_sources() */
    ARRAY(files, guint32, "t"),
    ARRAY(symbols, FactSymbol, "..tt.t...ttt.."),
    ARRAY(calls, FactCall, "bst..s."),
    ARRAY(references, FactReference, "s.bt.."),
    ARRAY(words, FactWord, "bt.."),
    ARRAY(literals, FactString, "bt..t"),
    ARRAY(cells, FactCell, "bts.st..t..ttt"),
    ARRAY(flows, FactFlow, "b.s.ti.s.tittt"),
    ARRAY(sites, FactSite, "bt..s.tt"),
    ARRAY(skipped, FactRange, "t.."),
    ARRAY(diagnostics, FactDiagnostic, "t..t"),
    ARRAY(includes, FactInclude, "tt."),
};

static GArray **array_of(const Facts *facts, guint number)
{
    return (GArray **)((char *)facts + ARRAYS[number].offset);
}

static guint width_of(guint number)
{
    g_assert(ARRAYS[number].size == strlen(ARRAYS[number].columns) * sizeof(guint32));
    return strlen(ARRAYS[number].columns);
}

static GArray *new_array(guint number, guint rows)
{
    return g_array_sized_new(FALSE, FALSE, ARRAYS[number].size, rows);
}

Facts *facts_new(void)
{
    Facts *facts = g_new0(Facts, 1);
    facts->texts = texts_new();
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++)
        *array_of(facts, i) = new_array(i, 0);
    return facts;
}

void facts_free(Facts *facts)
{
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++)
        g_clear_pointer(array_of(facts, i), g_array_unref);
    if (!facts->shares_texts)
        g_clear_pointer(&facts->texts, texts_free);
    g_free(facts);
}

guint32 facts_string(Facts *facts, const char *text)
{
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return texts_place(facts->texts, text);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    return texts_place(facts->texts, valid);
}

const char *facts_text(const Facts *facts, guint32 place)
{
    return texts_at(facts->texts, place);
}

void facts_share(Facts *facts, Texts *texts)
{
    g_autofree guint32 *places = g_new(guint32, facts->texts->strings->len);
    for (guint i = 0; i < facts->texts->strings->len; i++)
        places[i] = texts_place(texts, texts_at(facts->texts, i));
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++) {
        GArray *array = *array_of(facts, i);
        guint width = width_of(i);
        for (guint column = 0; column < width; column++)
            for (guint32 *p = (guint32 *)array->data + column, *end = p + array->len * width;
                 ARRAYS[i].columns[column] == 't' && p < end; p += width)
                *p = places[*p];
    }
    if (!facts->shares_texts)
        texts_free(facts->texts);
    facts->texts = texts;
    facts->shares_texts = TRUE;
}

/* ---- bodies ---- */

/* The first indirect call in the body of each symbol, from 1. */
static guint32 *first_sites(const Facts *facts)
{
    guint32 *first = g_new0(guint32, facts->symbols->len + 1);
    for (guint i = facts->sites->len; i > 0; i--)
        first[g_array_index(facts->sites, FactSite, i - 1).caller] = i;
    return first;
}

static void sum_rows(const Facts *facts, guint number, guint body, const gpointer *ids,
                     const guint32 *first_site, guint64 *sums)
{
    const GArray *array = *array_of(facts, number);
    const char *columns = ARRAYS[number].columns;
    guint width = width_of(number);
    const guint32 *row = (const guint32 *)array->data;
    for (guint i = 0; i < array->len; i++, row += width) {
        guint64 sum = sum_number(sums[row[body]], number);
        for (guint column = 0; column < width; column++) {
            guint32 value = row[column];
            if (columns[column] == 's')
                sum = sum_number(sum, GPOINTER_TO_SIZE(ids[value]));
            else if (columns[column] == 'i')
                sum = sum_number(sum, value == 0 ? 0 : value - first_site[row[body]] + 1);
            else if (column != body)
                sum = sum_number(sum, value);
        }
        sums[row[body]] = sum;
    }
}

guint64 *facts_sum_bodies(const Facts *facts, const gpointer *ids)
{
    guint64 *sums = g_new0(guint64, facts->symbols->len + 1);
    g_autofree guint32 *first_site = first_sites(facts);
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++) {
        const char *body = strchr(ARRAYS[i].columns, 'b');
        if (body != NULL)
            sum_rows(facts, i, body - ARRAYS[i].columns, ids, first_site, sums);
    }
    return sums;
}

/* ---- as bytes ---- */

enum { LONGEST = 5 }; /* bytes of a 32-bit number, seven bits in each */

static guint8 *put_number(guint8 *p, guint32 number)
{
    for (; number >= 0x80; number >>= 7)
        *p++ = number | 0x80;
    *p++ = number;
    return p;
}

/* NULL if the bytes end before the number does. */
static const guint8 *get_number(const guint8 *p, const guint8 *end, guint32 *number)
{
    guint32 value = 0;
    for (guint shift = 0; p < end && shift < LONGEST * 7; shift += 7) {
        value |= (guint32)(*p & 0x7f) << shift;
        if ((*p++ & 0x80) == 0) {
            *number = value;
            return p;
        }
    }
    return NULL;
}

/* Small differences of both signs as small numbers: 0, -1, 1, -2, … */
static guint32 fold(guint32 difference)
{
    return difference << 1 ^ (difference >> 31 != 0 ? G_MAXUINT32 : 0);
}

static guint32 unfold(guint32 number)
{
    return number >> 1 ^ (number & 1 ? G_MAXUINT32 : 0);
}

void facts_write(const Facts *facts, GByteArray *bytes)
{
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++) {
        const GArray *array = *array_of(facts, i);
        guint width = width_of(i), start = bytes->len;
        g_byte_array_set_size(bytes, start + (array->len * width + 1) * LONGEST);
        guint8 *p = put_number(bytes->data + start, array->len);
        for (guint column = 0; column < width; column++) {
            const guint32 *value = (const guint32 *)array->data + column;
            for (guint32 above = 0, row = 0; row < array->len; row++, value += width) {
                p = put_number(p, fold(*value - above));
                above = *value;
            }
        }
        g_byte_array_set_size(bytes, p - bytes->data);
    }
}

static gboolean read_array(Facts *facts, guint number, const guint8 **data, const guint8 *end)
{
    guint32 rows = 0;
    guint width = width_of(number);
    const guint8 *p = get_number(*data, end, &rows);
    if (p == NULL || (gsize)rows * width > (gsize)(end - p)) /* each value has a byte at least */
        return FALSE;
    GArray *array = *array_of(facts, number) = new_array(number, rows);
    g_array_set_size(array, rows);
    for (guint column = 0; column < width; column++) {
        guint32 *value = (guint32 *)array->data + column, above = 0, folded = 0;
        guint32 limit = ARRAYS[number].columns[column] == 't' ? facts->texts->strings->len - 1 : G_MAXUINT32;
        for (guint32 row = 0; row < rows; row++, value += width) {
            p = get_number(p, end, &folded);
            if (p == NULL)
                return FALSE;
            *value = above += unfold(folded);
            if (above > limit)
                return FALSE;
        }
    }
    *data = p;
    return TRUE;
}

Facts *facts_read(const guint8 **data, const guint8 *end, Texts *texts)
{
    g_autoptr(Facts) facts = g_new0(Facts, 1);
    facts->texts = texts;
    facts->shares_texts = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(ARRAYS); i++)
        if (!read_array(facts, i, data, end))
            return NULL;
    return g_steal_pointer(&facts);
}

GArray *facts_read_sources(const guint8 *data, const guint8 *end, Texts *texts)
{
    Facts facts = {.texts = texts};
    if (read_array(&facts, 0, &data, end))
        return facts.sources;
    g_clear_pointer(&facts.sources, g_array_unref);
    return NULL;
}

GBytes *facts_pack(const Facts *facts)
{
    GByteArray *bytes = g_byte_array_new();
    texts_write(facts->texts, bytes);
    facts_write(facts, bytes);
    return g_byte_array_free_to_bytes(bytes);
}

Facts *facts_unpack(GBytes *buffer)
{
    gsize offset = 0, size;
    const guint8 *data = g_bytes_get_data(buffer, &size), *end = data + size;
    g_autoptr(Texts) texts = texts_read(buffer, &offset, FALSE);
    const guint8 *p = data + offset;
    Facts *facts = texts == NULL ? NULL : facts_read(&p, end, texts);
    if (facts == NULL)
        return NULL;
    facts->texts = g_steal_pointer(&texts);
    facts->shares_texts = FALSE;
    return facts;
}
