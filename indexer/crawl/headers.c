/* headers.c: what headers say to one another. See headers.h. */
#include "crawl/headers.h"

#include "crawl/directives.h"
#include "crawl/text.h"

#include <string.h>

static void header_free(gpointer data)
{
    Header *header = data;
    g_free(header->path);
    g_free(header->spelled);
    g_ptr_array_unref(header->includes);
    g_free(header);
}

/* ---- a header's text --------------------------------------------------------------------------------------------- */

static void add_word(const char *word, gsize length, gsize offset, gpointer data)
{
    (void)offset;
    GHashTable *words = data;
    char *copy = g_strndup(word, length);
    if (!g_hash_table_contains(words, copy))
        g_hash_table_add(words, copy);
    else
        g_free(copy);
}

static void add_definitions(Headers *headers, GStrv lines)
{
    for (char **line = lines; *line != NULL; line++) {
        const char *rest;
        gboolean quoted;
        if (directive_is(*line, "define", &rest) || directive_is(*line, "undef", &rest))
            g_hash_table_add(headers->defined, directive_name(rest));
        char *name = directive_include(*line, &quoted);
        if (name != NULL)
            g_hash_table_add(headers->named, name);
    }
}

static int depth_change(const char *line)
{
    const char *rest;
    if (directive_is(line, "if", &rest) || directive_is(line, "ifdef", &rest) ||
        directive_is(line, "ifndef", &rest))
        return 1;
    return directive_is(line, "endif", &rest) ? -1 : 0;
}

/* Whether the first two lines that say something are #ifndef X and #define X. */
static gboolean begins_with_guard(GStrv lines)
{
    g_autofree char *name = NULL;
    for (char **line = lines; *line != NULL; line++) {
        const char *rest;
        if (**line == '\0')
            continue;
        if (name != NULL) {
            g_autofree char *defined = directive_is(*line, "define", &rest) ? directive_name(rest) : NULL;
            return g_strcmp0(name, defined) == 0;
        }
        if (!directive_is(*line, "ifndef", &rest))
            return FALSE;
        name = directive_name(rest);
    }
    return FALSE;
}

/* Notes the includes that depend on nothing but the guard; their names, for now. */
static void read_includes(Header *header, GStrv lines)
{
    gboolean guarded = begins_with_guard(lines), ended = FALSE;
    int depth = 0;
    header->is_guarded = guarded;
    for (char **line = lines; *line != NULL; line++) {
        gboolean quoted;
        header->is_guarded &= !ended || **line == '\0';
        depth += depth_change(*line);
        ended |= depth == 0 && **line == '#'; /* behind the guard's #endif */
        char *name = depth == guarded ? directive_include(*line, &quoted) : NULL;
        if (name != NULL)
            g_ptr_array_add(header->includes, name);
    }
}

static void add_header(Headers *headers, const char *folder, const char *path)
{
    if (g_hash_table_contains(headers->by_path, path))
        return;
    g_autofree char *file = g_build_filename(headers->plan->root, path, NULL);
    g_autofree char *text = NULL;
    Header *header = g_new0(Header, 1);
    if (!g_file_get_contents(file, &text, &header->size, NULL)) {
        g_free(header);
        return;
    }
    header->path = g_strdup(path);
    header->spelled = g_strdup(path + strlen(folder) + 1);
    header->includes = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(headers->by_path, header->path, header);
    text_words(text, header->size, add_word, headers->words);
    g_auto(GStrv) lines = directive_lines_of(text);
    add_definitions(headers, lines);
    read_includes(header, lines);
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

static void scan_folder(Headers *headers, const char *folder, const char *below)
{
    g_autofree char *path = g_build_filename(headers->plan->root, below, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *file = g_build_filename(below, name, NULL);
        g_autofree char *full = g_build_filename(path, name, NULL);
        if (g_str_has_suffix(name, ".h"))
            add_header(headers, folder, file);
        else if (g_file_test(full, G_FILE_TEST_IS_DIR))
            scan_folder(headers, folder, file);
    }
}

static gboolean all_have(const Plan *plan, const char *argument)
{
    for (guint i = 0; i < plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(plan->units, i);
        if (!g_strv_contains((const char *const *)unit->arguments, argument))
            return FALSE;
    }
    return TRUE;
}

static void find_folders(Headers *headers)
{
    if (headers->plan->units->len == 0)
        return;
    const Unit *unit = g_ptr_array_index(headers->plan->units, 0);
    for (char **argument = unit->arguments; *argument != NULL; argument++) {
        const char *folder = *argument + 2;
        if (g_str_has_prefix(*argument, "-I") && *folder != '/' && *folder != '.' &&
            all_have(headers->plan, *argument))
            g_ptr_array_add(headers->folders, g_strdup(folder));
    }
}

/* Where an #include of one header leads: beside it, or from one of the folders. */
static const Header *find_below(const Headers *headers, const Header *from, const char *name)
{
    g_autofree char *folder = g_path_get_dirname(from->path);
    g_autofree char *beside = g_build_filename(folder, name, NULL);
    const Header *found = g_hash_table_lookup(headers->by_path, beside);
    for (guint i = 0; found == NULL && i < headers->folders->len; i++) {
        g_autofree char *path = g_build_filename(g_ptr_array_index(headers->folders, i), name, NULL);
        found = g_hash_table_lookup(headers->by_path, path);
    }
    return found;
}

static void resolve_includes(Headers *headers)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, headers->by_path);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Header *header = value;
        GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
        for (guint i = 0; i < header->includes->len; i++) {
            const Header *found = find_below(headers, header, g_ptr_array_index(header->includes, i));
            if (found != NULL)
                g_ptr_array_add(paths, g_strdup(found->path));
        }
        g_ptr_array_unref(header->includes);
        header->includes = paths;
    }
}

static void scan_made_up(Headers *headers)
{
    for (guint i = 0; i < headers->plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(headers->plan->unsaved, i);
        if (!g_str_has_suffix(unsaved->path, ".h"))
            continue;
        text_words(unsaved->text, strlen(unsaved->text), add_word, headers->words);
        g_auto(GStrv) lines = directive_lines_of(unsaved->text);
        add_definitions(headers, lines);
    }
}

Headers *headers_scan(const Plan *plan)
{
    Headers *headers = g_new0(Headers, 1);
    headers->plan = plan;
    headers->folders = g_ptr_array_new_with_free_func(g_free);
    headers->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, header_free);
    headers->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headers->defined = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headers->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
    headers->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    find_folders(headers);
    for (guint i = 0; i < headers->folders->len; i++) {
        const char *folder = g_ptr_array_index(headers->folders, i);
        scan_folder(headers, folder, folder);
    }
    resolve_includes(headers);
    scan_made_up(headers);
    return headers;
}

void headers_free(Headers *headers)
{
    g_ptr_array_unref(headers->folders);
    g_hash_table_unref(headers->by_path);
    g_hash_table_unref(headers->words);
    g_hash_table_unref(headers->defined);
    g_hash_table_unref(headers->named);
    g_hash_table_unref(headers->lines);
    g_free(headers);
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

/* The system's headers listen to NDEBUG and to names that begin with an underscore. */
gboolean headers_listen(const Headers *headers, const char *macro)
{
    return *macro == '_' || strcmp(macro, "NDEBUG") == 0 || g_hash_table_contains(headers->words, macro);
}

/* Where the C library's headers lie, which name one another: /usr/include, and this machine's part of it. */
static GPtrArray *library_folders(void)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(folders, g_strdup("/usr/include"));
    g_autoptr(GDir) dir = g_dir_open("/usr/include", 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (strstr(name, "-linux-") != NULL)
            g_ptr_array_add(folders, g_build_filename("/usr/include", name, NULL));
    return folders;
}

/* A file by the name of a library's header may be meant in its place. */
static gboolean hides_library(const char *path)
{
    g_autoptr(GPtrArray) folders = library_folders();
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        for (guint i = 0; i < folders->len; i++) {
            g_autofree char *other = g_build_filename(g_ptr_array_index(folders, i), name, NULL);
            if (g_file_test(other, G_FILE_TEST_EXISTS))
                return TRUE;
        }
    return FALSE;
}

/* The text of a made-up file; NULL if there is none of that name. */
static const char *made_up(const Headers *headers, const char *path)
{
    for (guint i = 0; i < headers->plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(headers->plan->unsaved, i);
        if (strcmp(unsaved->path, path) == 0)
            return unsaved->text;
    }
    return NULL;
}

GStrv headers_lines(const Headers *headers, const char *path)
{
    GStrv lines = g_hash_table_lookup(headers->lines, path);
    if (lines != NULL)
        return lines;
    const char *text = made_up(headers, path);
    lines = text != NULL ? directive_lines_of(text) : directive_lines(headers->plan->root, path);
    if (lines != NULL)
        g_hash_table_insert(headers->lines, g_strdup(path), lines);
    return lines;
}

gboolean headers_search(const Headers *headers, const char *folder)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, headers->named);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *file = g_canonicalize_filename(path, headers->plan->root);
        if (made_up(headers, path) != NULL || g_file_test(file, G_FILE_TEST_EXISTS))
            return TRUE;
    }
    g_autofree char *path = g_canonicalize_filename(folder, headers->plan->root);
    return hides_library(path);
}

/* `name` in `folder`, if there is such a file, real or made up ("" then). */
static char *find_in(const Headers *headers, const char *folder, const char *name)
{
    g_autofree char *path = strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);
    if (made_up(headers, path) != NULL)
        return g_strdup("");
    g_autofree char *full = g_canonicalize_filename(path, headers->plan->root);
    gboolean is_there =
        g_hash_table_contains(headers->by_path, path) || g_file_test(full, G_FILE_TEST_IS_REGULAR);
    gsize length = strlen(headers->plan->root);
    if (!is_there || strncmp(full, headers->plan->root, length) != 0)
        return NULL;
    return g_strdup(full + length + 1);
}

char *headers_find(const Headers *headers, const Unit *unit, const char *from, const char *name,
                   gboolean quoted)
{
    g_autofree char *beside = g_path_get_dirname(from);
    char *found = quoted ? find_in(headers, beside, name) : NULL;
    for (char **argument = unit->arguments; found == NULL && *argument != NULL; argument++)
        if (g_str_has_prefix(*argument, "-I") && (*argument)[2] != '/')
            found = find_in(headers, *argument + 2, name);
    return found;
}

void headers_closure(const Headers *headers, const char *path, GHashTable *set)
{
    const Header *header = g_hash_table_lookup(headers->by_path, path);
    if (header == NULL || !g_hash_table_add(set, header->path))
        return;
    for (guint i = 0; i < header->includes->len; i++)
        headers_closure(headers, g_ptr_array_index(header->includes, i), set);
}
