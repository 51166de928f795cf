/* source.c: what file a location is in, asked of the compiler once a file. See source.h. */
#include "crawl/source.h"

#include <string.h>

struct Sources {
    CXTranslationUnit unit;
    const char *root;
    Facts *facts;
    GHashTable *files; /* CXFile to Source */
    CXFile last_file;  /* most questions are about the file of the question before */
    const Source *last;
};

Sources *sources_new(CXTranslationUnit unit, const char *root, Facts *facts)
{
    Sources *sources = g_new0(Sources, 1);
    sources->unit = unit;
    sources->root = root;
    sources->facts = facts;
    sources->files = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    return sources;
}

void sources_free(Sources *sources)
{
    g_hash_table_unref(sources->files);
    g_free(sources);
}

/* The path below the root, or NULL. The prologue of a precompiled header lies there for its #include alone. */
static char *path_in_tree(const char *root, const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    if (g_str_has_prefix(base, PROLOGUE_PREFIX))
        return NULL;
    g_autofree char *absolute = g_canonicalize_filename(name, root);
    gsize length = strlen(root);
    if (strncmp(absolute, root, length) != 0 || absolute[length] != '/')
        return NULL;
    return g_strdup(absolute + length + 1);
}

const Source *sources_of(Sources *sources, CXFile file)
{
    if (file == sources->last_file)
        return sources->last;
    Source *source = g_hash_table_lookup(sources->files, file);
    if (source == NULL) {
        CXString name = clang_getFileName(file);
        g_autofree char *path = path_in_tree(sources->root, clang_getCString(name));
        clang_disposeString(name);
        source = g_new0(Source, 1);
        source->number = g_hash_table_size(sources->files) + 1;
        source->path = facts_string(sources->facts, path);
        source->unit = sources->unit;
        source->file = file;
        g_hash_table_insert(sources->files, file, source);
    }
    sources->last_file = file;
    sources->last = source;
    return source;
}

/* The compiler finds a file of a precompiled header by bringing in all files of it. */
gboolean source_load(const Source *source)
{
    Source *cache = (Source *)source; /* whoever asks holds it as const */
    size_t size = 0;
    if (!source->is_loaded && source->path != 0)
        cache->text = clang_getFileContents(source->unit, source->file, &size);
    if (!source->is_loaded)
        cache->size = size;
    cache->is_loaded = TRUE;
    return source->text != NULL;
}

Place sources_place(Sources *sources, CXSourceLocation location)
{
    Place place = {0};
    CXFile file;
    clang_getExpansionLocation(location, &file, &place.line, &place.col, &place.offset);
    place.source = file == NULL ? NULL : sources_of(sources, file);
    return place;
}

gpointer place_key(const Place *place)
{
    return GSIZE_TO_POINTER((gsize)place->source->number << 32 | place->offset);
}

gboolean place_in_tree(const Place *place)
{
    return place->source != NULL && place->source->path != 0;
}
