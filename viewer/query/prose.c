/* prose.c: looks through the few texts that lie among the sources; see prose.h.
 *
 * What is about a file is called like it: dictobject.c has dictnotes.txt, listobject.c listsort.txt. The pages of Doc/ are
 * many, so only that of the C API with the file's name is read, and counts where it has the symbol. */
#include "query/prose.h"

#include <string.h>

#define MOST  5
#define SHORT 3 /* letters of a file's name that say too little: "gc", "io" */

typedef struct Prose {
    const char *source, *name; /* the tree, and the symbol */
    char *stem;                /* "dict", of dictobject.c; NULL: too short */
    Table *found;
} Prose;

static char *stem_of(const char *file)
{
    static const char *const endings[] = {"object", "module"};
    g_autofree char *base = g_path_get_basename(file);
    base[strcspn(base, ".")] = '\0';
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(base, endings[i]))
            base[strlen(base) - strlen(endings[i])] = '\0';
    const char *stem = base + strspn(base, "_");
    return strlen(stem) > SHORT ? g_strdup(stem) : NULL;
}

/* Where `name` stands in `text` as a whole word, or NULL. */
static const char *find_word(const char *text, const char *name)
{
    gsize length = strlen(name);
    for (const char *at = text; (at = strstr(at, name)) != NULL; at += length) {
        gboolean goes_on = g_ascii_isalnum(at[length]) || at[length] == '_';
        if (!goes_on && (at == text || !(g_ascii_isalnum(at[-1]) || at[-1] == '_')))
            return at;
    }
    return NULL;
}

static void add_row(Prose *prose, const char *path, const char *text, const char *at)
{
    guint line = 1;
    for (const char *p = text; p < at; p++)
        line += *p == '\n';
    while (at > text && at[-1] != '\n')
        at--;
    g_autofree char *words = g_strstrip(g_strndup(at, strcspn(at, "\r\n")));
    g_autofree char *number = g_strdup_printf("%u", line);
    const char *row[] = {path, number, words};
    if (table_size(prose->found) < MOST)
        table_add(prose->found, row);
}

/* Adds the text at `path` if it names the symbol, or else if `is_about` says that it is about its file. */
static void look_into(Prose *prose, const char *path, gboolean is_about)
{
    g_autofree char *full = g_build_filename(prose->source, path, NULL), *text = NULL;
    if (!g_file_get_contents(full, &text, NULL, NULL))
        return;
    const char *at = find_word(text, prose->name);
    if (at != NULL)
        add_row(prose, path, text, at);
    else if (is_about)
        add_row(prose, path, text, text);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The texts of a folder, in the order of their names. */
static void look_through(Prose *prose, const char *folder)
{
    g_autofree char *full = g_build_filename(prose->source, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(full, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(name, ".txt") || g_str_has_suffix(name, ".md"))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        look_into(prose, path, prose->stem != NULL && g_str_has_prefix(names->pdata[i], prose->stem));
    }
}

Table *prose_find(Index *index, const Table *symbol)
{
    static const char *const folders[] = {"InternalDocs", "Objects", "Python", "Modules", "Parser"};
    static const char *const columns[] = {"file", "line", "text", NULL};
    const char *file = table_get(symbol, 0, "file");
    Prose prose = {index_source(index), table_get(symbol, 0, "name"), NULL, table_new(columns)};
    table_set_number(prose.found, "line");
    if (prose.source == NULL || file == NULL)
        return prose.found;
    prose.stem = stem_of(file);
    g_autofree char *page = prose.stem != NULL ? g_strdup_printf("Doc/c-api/%s.rst", prose.stem) : NULL;
    if (page != NULL)
        look_into(&prose, page, FALSE);
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++)
        look_through(&prose, folders[i]);
    g_free(prose.stem);
    return prose.found;
}
