/* cache.c: see cache.h.
 *
 *     magic, sum of all that follows          damage shows
 *     stamp of the index, maker               it belongs to no other
 *     texts
 *     paths of the tree, sums of rows         places of texts, numbers
 *     entries: key, length, packed facts      as in facts.c
 *
 * Numbers are the machine's own. Texts are only ever added; when half of them have been replaced, the next run that
 * has something to read starts anew. */
#include "store/cache.h"

#include "store/contents.h"
#include "store/sum.h"

#include <string.h>

static const char MAGIC[16] = "cpyread facts 1";
enum { LONGEST_STAMP = 128, SPARE_TEXTS = 10000 };

typedef struct Head {
    char magic[16];
    guint64 sum;
} Head;

typedef struct Belongs {
    char index[LONGEST_STAMP], maker[LONGEST_STAMP];
    guint32 texts_at_first; /* how many texts there were when all was read last */
    guint32 paths, sums, entries;
    guint32 is_complete;
} Belongs;

typedef struct Entry {
    GBytes *facts;
    gboolean is_used; /* by this run */
} Entry;

struct Cache {
    char *maker;
    Texts *texts;
    guint texts_at_first;
    GPtrArray *paths; /* of const char *, in order */
    TableSums *sums;
    GHashTable *entries; /* key to Entry */
    gboolean is_complete;
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_bytes_unref(entry->facts);
    g_free(entry);
}

static Cache *cache_with(Texts *texts, const char *maker)
{
    Cache *cache = g_new0(Cache, 1);
    cache->maker = g_strdup(maker);
    cache->texts = texts;
    cache->paths = g_ptr_array_new();
    cache->sums = table_sums_new();
    cache->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    return cache;
}

Cache *cache_new(const char *maker)
{
    return cache_with(texts_new(), maker);
}

void cache_free(Cache *cache)
{
    g_free(cache->maker);
    texts_free(cache->texts);
    g_ptr_array_unref(cache->paths);
    table_sums_free(cache->sums);
    g_hash_table_unref(cache->entries);
    g_free(cache);
}

Texts *cache_texts(Cache *cache)
{
    return cache->texts;
}

TableSums *cache_sums(Cache *cache)
{
    return cache->sums;
}

void cache_set_complete(Cache *cache, gboolean is_complete)
{
    cache->is_complete = is_complete;
}

void cache_set_sums(Cache *cache, TableSums *sums)
{
    table_sums_free(cache->sums);
    cache->sums = sums;
}

/* ---- reading ---- */

/* What is left to read. */
typedef struct Reader {
    GBytes *buffer;
    gsize offset;
} Reader;

static gconstpointer take(Reader *reader, gsize length)
{
    gsize size;
    const char *data = g_bytes_get_data(reader->buffer, &size);
    if (length > size - reader->offset)
        return NULL;
    reader->offset += length;
    return data + reader->offset - length;
}

static gboolean is_whole(Reader *reader)
{
    const Head *head = take(reader, sizeof(Head));
    if (head == NULL || memcmp(head->magic, MAGIC, sizeof MAGIC) != 0)
        return FALSE;
    gsize size;
    const char *data = g_bytes_get_data(reader->buffer, &size);
    return head->sum == sum_bytes(0, data + reader->offset, size - reader->offset);
}

static gboolean read_paths(Cache *cache, Reader *reader, guint count)
{
    for (guint i = 0; i < count; i++) {
        guint32 place;
        gconstpointer data = take(reader, sizeof place);
        if (data == NULL)
            return FALSE;
        memcpy(&place, data, sizeof place); /* it is not aligned */
        if (place >= cache->texts->strings->len)
            return FALSE;
        g_ptr_array_add(cache->paths, (char *)texts_at(cache->texts, place));
    }
    return TRUE;
}

static gboolean read_sums(Cache *cache, Reader *reader, guint count)
{
    for (guint i = 0; i < count; i++) {
        TableSum sum;
        gconstpointer data = take(reader, sizeof sum);
        if (data == NULL)
            return FALSE;
        memcpy(&sum, data, sizeof sum);
        table_sums_set(cache->sums, sum.table, sum.key, sum.sum);
    }
    return TRUE;
}

static gboolean read_entry(Cache *cache, Reader *reader)
{
    const char *key = take(reader, 40);
    const void *length_at = key == NULL ? NULL : take(reader, sizeof(guint32));
    guint32 length = 0;
    if (length_at == NULL)
        return FALSE;
    memcpy(&length, length_at, sizeof length);
    gsize start = reader->offset;
    if (take(reader, length) == NULL)
        return FALSE;
    Entry *entry = g_new0(Entry, 1);
    entry->facts = g_bytes_new_from_bytes(reader->buffer, start, length);
    g_hash_table_insert(cache->entries, g_strndup(key, 40), entry);
    return TRUE;
}

static Cache *read_cache(Reader *reader, const Belongs *belongs, const char *maker)
{
    Texts *texts = texts_read(reader->buffer, &reader->offset, TRUE);
    if (texts == NULL)
        return NULL;
    g_autoptr(Cache) cache = cache_with(texts, maker);
    cache->texts_at_first = belongs->texts_at_first;
    cache->is_complete = belongs->is_complete;
    gboolean ok = read_paths(cache, reader, belongs->paths) && read_sums(cache, reader, belongs->sums);
    for (guint i = 0; i < belongs->entries && ok; i++)
        ok = read_entry(cache, reader);
    return ok ? g_steal_pointer(&cache) : NULL;
}

Cache *cache_open(const char *path, const char *database, const char *maker, const char **why)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    g_autofree char *stamp = contents_stamp(database);
    *why = "what it was made from is not kept beside it";
    if (file == NULL)
        return NULL;
    g_autoptr(GBytes) buffer = g_mapped_file_get_bytes(file);
    Reader reader = {buffer, 0};
    Belongs belongs;
    *why = "what is kept beside it is damaged";
    gconstpointer data = is_whole(&reader) ? take(&reader, sizeof belongs) : NULL;
    if (data == NULL)
        return NULL;
    memcpy(&belongs, data, sizeof belongs);
    *why = "it was changed or damaged since it was made";
    if (g_strcmp0(belongs.index, stamp) != 0)
        return NULL;
    *why = "another build of cpyread made it";
    if (strcmp(belongs.maker, maker) != 0)
        return NULL;
    *why = "what is kept beside it is damaged";
    return read_cache(&reader, &belongs, maker);
}

gboolean cache_is_worn(const Cache *cache)
{
    return cache->texts_at_first > 0 && cache->texts->strings->len / 2 > cache->texts_at_first + SPARE_TEXTS;
}

/* ---- writing ---- */

static void append(GByteArray *bytes, gconstpointer data, gsize length)
{
    g_byte_array_append(bytes, data, length);
}

static void append_paths(Cache *cache, GByteArray *bytes)
{
    for (guint i = 0; i < cache->paths->len; i++) {
        guint32 place = texts_place(cache->texts, g_ptr_array_index(cache->paths, i));
        append(bytes, &place, sizeof place);
    }
}

static void append_entries(Cache *cache, GByteArray *bytes)
{
    GHashTableIter entries;
    gpointer key, value;
    g_hash_table_iter_init(&entries, cache->entries);
    while (g_hash_table_iter_next(&entries, &key, &value)) {
        const Entry *entry = value;
        gsize size;
        gconstpointer data = g_bytes_get_data(entry->facts, &size);
        guint32 length = size;
        append(bytes, key, 40);
        append(bytes, &length, sizeof length);
        append(bytes, data, size);
    }
}

gboolean cache_write(Cache *cache, const char *path, const char *database, GError **error)
{
    if (cache->texts_at_first == 0)
        cache->texts_at_first = cache->texts->strings->len;
    g_autofree char *stamp = contents_stamp(database);
    g_autoptr(GArray) sums = table_sums_list(cache->sums);
    Belongs belongs = {.texts_at_first = cache->texts_at_first,
                       .paths = cache->paths->len,
                       .sums = sums->len,
                       .entries = g_hash_table_size(cache->entries),
                       .is_complete = cache->is_complete};
    g_strlcpy(belongs.index, stamp, sizeof belongs.index);
    g_strlcpy(belongs.maker, cache->maker, sizeof belongs.maker);

    g_autoptr(GByteArray) bytes = g_byte_array_new();
    Head head = {.sum = 0};
    append(bytes, &head, sizeof head);
    append(bytes, &belongs, sizeof belongs);
    texts_write(cache->texts, bytes);
    append_paths(cache, bytes);
    append(bytes, sums->data, sums->len * sizeof(TableSum));
    append_entries(cache, bytes);
    memcpy(head.magic, MAGIC, sizeof MAGIC);
    head.sum = sum_bytes(0, bytes->data + sizeof head, bytes->len - sizeof head);
    memcpy(bytes->data, &head, sizeof head);
    return g_file_set_contents_full(path, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE,
                                    0666, error);
}

/* ---- asking ---- */

static GArray *sources_of(const Cache *cache, const Entry *entry)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(entry->facts, &size);
    return facts_read_sources(data, data + size, cache->texts);
}

typedef gboolean (*SourceVisit)(const Cache *cache, Present *present, const FactSource *source);

/* FALSE as soon as `visit` is, or if the entry is damaged. */
static gboolean each_source(const Cache *cache, const Entry *entry, Present *present, SourceVisit visit)
{
    g_autoptr(GArray) sources = sources_of(cache, entry);
    for (guint i = 0; sources != NULL && i < sources->len; i++)
        if (!visit(cache, present, &g_array_index(sources, FactSource, i)))
            return FALSE;
    return sources != NULL;
}

static gboolean add_folder(const Cache *cache, Present *present, const FactSource *source)
{
    if (source->kind == FACT_SOURCE_OUTSIDE)
        present_add_folder(present, texts_at(cache->texts, source->path));
    return TRUE;
}

static gboolean agrees(const Cache *cache, Present *present, const FactSource *source)
{
    return present_agrees(present, source->kind, texts_at(cache->texts, source->path),
                          texts_at(cache->texts, source->mark));
}

void cache_compare(Cache *cache, Present *present)
{
    GHashTableIter entries;
    gpointer entry;
    present_compare(present, cache->paths);
    g_hash_table_iter_init(&entries, cache->entries);
    while (g_hash_table_iter_next(&entries, NULL, &entry))
        each_source(cache, entry, present, add_folder);
}

gboolean cache_knows(Cache *cache, Present *present, const char *key)
{
    const Entry *entry = g_hash_table_lookup(cache->entries, key);
    return entry != NULL && each_source(cache, entry, present, agrees);
}

gboolean cache_holds(Cache *cache, Present *present)
{
    GHashTableIter entries;
    gpointer entry;
    g_hash_table_iter_init(&entries, cache->entries);
    while (cache->is_complete && g_hash_table_iter_next(&entries, NULL, &entry))
        if (!each_source(cache, entry, present, agrees))
            return FALSE;
    return cache->is_complete;
}

Facts *cache_recall(Cache *cache, const char *key)
{
    Entry *entry = g_hash_table_lookup(cache->entries, key);
    gsize size;
    const guint8 *data = g_bytes_get_data(entry->facts, &size);
    entry->is_used = TRUE;
    return facts_read(&data, data + size, cache->texts);
}

void cache_put(Cache *cache, const char *key, const Facts *facts)
{
    g_assert(facts->texts == cache->texts);
    GByteArray *bytes = g_byte_array_new();
    facts_write(facts, bytes);
    Entry *entry = g_new0(Entry, 1);
    entry->facts = g_byte_array_free_to_bytes(bytes);
    entry->is_used = TRUE;
    g_hash_table_replace(cache->entries, g_strdup(key), entry);
}

static gboolean is_unused(gpointer key, gpointer value, gpointer data)
{
    Entry *entry = value;
    gboolean unused = !entry->is_used;
    (void)key;
    (void)data;
    entry->is_used = FALSE;
    return unused;
}

void cache_sweep(Cache *cache, Present *present)
{
    GPtrArray *paths = present_paths(present);
    g_hash_table_foreach_remove(cache->entries, is_unused, NULL);
    present_compare(present, NULL);
    g_ptr_array_set_size(cache->paths, 0);
    for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add(cache->paths, (char *)texts_keep(cache->texts, g_ptr_array_index(paths, i)));
}
