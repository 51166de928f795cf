/* stories.c: see stories.h. The first line of a table names its columns, so a story leaves out what it does not know, and
 * may have columns of its own; of these nothing is read. */
#include "store/stories.h"

#include <string.h>

#define LEAST_HASH 7 /* digits of a commit */
#define SUFFIX     ".tsv"

const char *const story_columns[STORY_COLUMNS + 1] = {
    [STORY_ISSUE] = "issue", [STORY_ALSO] = "also",         [STORY_HASH] = "hash",
    [STORY_DATE] = "date",   [STORY_AREA] = "area",         [STORY_KIND] = "kind",
    [STORY_UNDER] = "under", [STORY_CLAIM] = "claim",       [STORY_CLAIM_KO] = "claim_ko",
    [STORY_CLAIM_SOURCE] = "claim_source", [STORY_FACTOR] = "factor", [STORY_GRADE] = "grade",
    [STORY_TITLE] = "title", [STORY_TITLE_KO] = "title_ko",
};

/* ---- where they lie -------------------------------------------------------------------------------------------------- */

static char *if_folder(char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return path;
    g_free(path);
    return NULL;
}

/* notes/stories in `start` or the nearest folder above it that has one. */
static char *find_upwards(const char *start)
{
    g_autofree char *folder = g_strdup(start);
    for (;;) {
        char *found = if_folder(g_build_filename(folder, "notes", "stories", NULL));
        if (found != NULL)
            return found;
        g_autofree char *above = g_path_get_dirname(folder);
        if (strcmp(above, folder) == 0)
            return NULL;
        g_free(folder);
        folder = g_steal_pointer(&above);
    }
}

static char *find_by_program(void)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    if (self == NULL)
        return NULL;
    g_autofree char *bin = g_path_get_dirname(self), *prefix = g_path_get_dirname(bin);
    char *found = find_upwards(bin);
    return found != NULL ? found : if_folder(g_build_filename(prefix, "share", "cpyread", "stories", NULL));
}

char *stories_folder(void)
{
    const char *notes = g_getenv("CPYREAD_NOTES");
    if (notes != NULL && *notes != '\0')
        return if_folder(g_build_filename(notes, "stories", NULL));
    g_autofree char *here = g_get_current_dir();
    char *found = find_upwards(here);
    return found != NULL ? found : find_by_program();
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GStrv stories_list(const char *folder)
{
    GPtrArray *names = g_ptr_array_new();
    g_autoptr(GDir) dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (*name != '.' && g_str_has_suffix(name, SUFFIX))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(SUFFIX)));
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

/* ---- what they say --------------------------------------------------------------------------------------------------- */

/* Which column of ours each of the file's is; STORY_COLUMNS: none. The caller frees it. */
static StoryColumn *read_header(GStrv names)
{
    StoryColumn *columns = g_new(StoryColumn, g_strv_length(names) + 1);
    for (guint i = 0; names[i] != NULL; i++)
        for (columns[i] = 0; columns[i] < STORY_COLUMNS; columns[i]++)
            if (strcmp(names[i], story_columns[columns[i]]) == 0)
                break;
    return columns;
}

static gboolean is_hash(const char *text)
{
    gsize length = strlen(text);
    return length >= LEAST_HASH && length <= 40 && strspn(text, "0123456789abcdef") == length;
}

/* What is wrong with a row, or NULL. */
static const char *find_problem(char **row)
{
    if (row[STORY_HASH] == NULL || !is_hash(row[STORY_HASH]))
        return "no hash of a commit";
    if (row[STORY_TITLE] == NULL || row[STORY_TITLE_KO] == NULL)
        return "a title is missing";
    for (guint i = 0; i < STORY_COLUMNS; i++)
        if (row[i] != NULL && !g_utf8_validate(row[i], -1, NULL))
            return "no UTF-8";
    return NULL;
}

/* A row; NULL with `*problem`. */
static char **read_line(const char *line, const StoryColumn *columns, guint width, const char **problem)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", -1);
    char **row = g_new0(char *, STORY_COLUMNS + 1);
    for (guint i = 0; cells[i] != NULL && i < width; i++)
        if (columns[i] < STORY_COLUMNS && *cells[i] != '\0' && row[columns[i]] == NULL)
            row[columns[i]] = g_strdup(cells[i]);
    *problem = g_strv_length(cells) != width ? "not as many cells as there are columns" : find_problem(row);
    if (*problem == NULL && row[STORY_UNDER] == NULL)
        row[STORY_UNDER] = row[STORY_ISSUE] != NULL ? g_strdup(row[STORY_ISSUE]) : g_strndup(row[STORY_HASH], 10);
    return row;
}

static void row_free(gpointer data)
{
    char **row = data;
    for (guint i = 0; i < STORY_COLUMNS; i++)
        g_free(row[i]);
    g_free(row);
}

GPtrArray *story_read(const char *folder, const char *name, GPtrArray *problems, GError **error)
{
    g_autofree char *file = g_strconcat(name, SUFFIX, NULL), *path = g_build_filename(folder, file, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_auto(GStrv) names = g_strsplit(lines[0] != NULL ? lines[0] : "", "\t", -1);
    g_autofree StoryColumn *columns = read_header(names);
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++) {
        const char *problem = NULL;
        if (*lines[i] == '\0')
            continue;
        char **row = read_line(lines[i], columns, g_strv_length(names), &problem);
        if (problem == NULL)
            g_ptr_array_add(rows, row);
        else
            row_free(row);
        if (problem != NULL)
            g_ptr_array_add(problems, g_strdup_printf("%s:%u: %s", file, i + 1, problem));
    }
    return rows;
}
