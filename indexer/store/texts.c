/* texts.c: see texts.h. */
#include "store/texts.h"

#include <string.h>

static Texts *texts_sized(guint size)
{
    Texts *texts = g_new0(Texts, 1);
    texts->strings = g_ptr_array_sized_new(size + 1);
    g_ptr_array_add(texts->strings, NULL);
    return texts;
}

Texts *texts_new(void)
{
    Texts *texts = texts_sized(0);
    texts->places = g_hash_table_new(g_str_hash, g_str_equal);
    texts->chunk = g_string_chunk_new(16384);
    return texts;
}

void texts_free(Texts *texts)
{
    g_ptr_array_unref(texts->strings);
    g_clear_pointer(&texts->places, g_hash_table_unref);
    g_clear_pointer(&texts->chunk, g_string_chunk_free);
    g_clear_pointer(&texts->buffer, g_bytes_unref);
    g_free(texts);
}

guint32 texts_place(Texts *texts, const char *text)
{
    if (text == NULL || *text == '\0')
        return 0;
    gpointer place = g_hash_table_lookup(texts->places, text);
    if (place != NULL)
        return GPOINTER_TO_UINT(place);
    char *copy = g_string_chunk_insert(texts->chunk, text);
    g_hash_table_insert(texts->places, copy, GUINT_TO_POINTER(texts->strings->len));
    g_ptr_array_add(texts->strings, copy);
    return texts->strings->len - 1;
}

const char *texts_at(const Texts *texts, guint32 place)
{
    return g_ptr_array_index(texts->strings, place);
}

const char *texts_keep(Texts *texts, const char *text)
{
    return texts_at(texts, texts_place(texts, text));
}

/* ---- as bytes ---- */

void texts_write(const Texts *texts, GByteArray *bytes)
{
    guint32 head[2] = {texts->strings->len - 1, 0};
    for (guint i = 1; i < texts->strings->len; i++)
        head[1] += strlen(texts_at(texts, i)) + 1;
    g_byte_array_append(bytes, (const guint8 *)head, sizeof head);
    for (guint i = 1; i < texts->strings->len; i++)
        g_byte_array_append(bytes, (const guint8 *)texts_at(texts, i), strlen(texts_at(texts, i)) + 1);
}

Texts *texts_read(GBytes *buffer, gsize *offset, gboolean can_grow)
{
    gsize size;
    const char *data = g_bytes_get_data(buffer, &size);
    guint32 head[2];
    if (size < *offset + sizeof head)
        return NULL;
    memcpy(head, data + *offset, sizeof head);
    const char *text = data + *offset + sizeof head, *end = text + head[1];
    if (head[1] > size - *offset - sizeof head || (head[1] > 0 && end[-1] != '\0') || head[0] > head[1])
        return NULL;
    g_autoptr(Texts) texts = texts_sized(head[0]);
    texts->buffer = g_bytes_ref(buffer);
    if (can_grow) {
        texts->places = g_hash_table_new(g_str_hash, g_str_equal);
        texts->chunk = g_string_chunk_new(16384);
    }
    for (; text < end; text += strlen(text) + 1) {
        if (can_grow)
            g_hash_table_insert(texts->places, (char *)text, GUINT_TO_POINTER(texts->strings->len));
        g_ptr_array_add(texts->strings, (char *)text);
    }
    *offset = end - data;
    return texts->strings->len == head[0] + 1 ? g_steal_pointer(&texts) : NULL;
}
