/* source_lines.c: see source_lines.h. Of a file the beginnings of its lines are known as far as a line was asked for. */
#include "cmd/source_lines.h"

#include <string.h>

struct SourceLines {
    Index *index;
    GHashTable *files; /* path -> Source */
};

typedef struct Source {
    char *text;    /* NULL: it cannot be read */
    GArray *lines; /* of const char *: where the first ones begin */
} Source;

static void source_free(gpointer data)
{
    Source *source = data;
    g_free(source->text);
    g_array_unref(source->lines);
    g_free(source);
}

SourceLines *source_lines_new(Index *index)
{
    SourceLines *sources = g_new0(SourceLines, 1);
    sources->index = index;
    sources->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, source_free);
    return sources;
}

void source_lines_free(SourceLines *sources)
{
    g_hash_table_unref(sources->files);
    g_free(sources);
}

static Source *read_source(SourceLines *sources, const char *path)
{
    Source *source = g_new0(Source, 1);
    gboolean is_stale;
    source->text = index_read_source(sources->index, path, 1, G_MAXINT, &is_stale, NULL);
    source->lines = g_array_new(FALSE, FALSE, sizeof(const char *));
    if (source->text != NULL)
        g_array_append_val(source->lines, source->text);
    g_hash_table_insert(sources->files, g_strdup(path), source);
    return source;
}

static Source *find_source(SourceLines *sources, const char *path)
{
    Source *source = g_hash_table_lookup(sources->files, path);
    return source != NULL ? source : read_source(sources, path);
}

const char *source_lines_text(SourceLines *sources, const char *path)
{
    return find_source(sources, path)->text;
}

const char *source_lines_line(SourceLines *sources, const char *path, int line)
{
    Source *source = find_source(sources, path);
    guint count = (guint)MAX(line, 1);
    if (source->text == NULL)
        return NULL;
    while (source->lines->len < count) {
        const char *end = strchr(g_array_index(source->lines, const char *, source->lines->len - 1), '\n');
        if (end == NULL)
            return NULL;
        end++;
        g_array_append_val(source->lines, end);
    }
    return g_array_index(source->lines, const char *, count - 1);
}
