/* compile_commands_write.c: the kit's own compilation database, for clangd. See compile_commands.h.
 *
 *     study/compile_commands.json            {"directory": CHECKOUT, "file": …, "arguments": ["clang", …]}
 *     study/compile_commands.made-up/
 *         pyconfig.h                         found by -I…/compile_commands.made-up, the first folder of all
 *         Modules/config.c                   a unit
 *         Python/frozen_modules/getpath.h    found from Modules/getpath.c as ../Python/frozen_modules/getpath.h,
 *         Modules/                           by -iquote…/compile_commands.made-up/Modules
 *
 * The made-up files exist for libclang in memory only; another program needs them on disk. They lie as they would in
 * the checkout, which is not written to. */
#include "tree/compile_commands.h"

#include "tree/options.h"
#include "tree/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct Output {
    const Plan *plan;
    char *folder;        /* of the made-up files, absolute */
    GHashTable *folders; /* set: those of the checkout whose units look for made-up files beside them */
} Output;

/* ---- made-up files ----------------------------------------------------------------------------------------------- */

static gboolean make_folder(const char *path, GError **error)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return TRUE;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", path, g_strerror(errno));
    return FALSE;
}

/* The path of a made-up file below the folder: what lies in the made-up folder of the plan lies at the top. */
static const char *path_below(const char *path)
{
    return g_str_has_prefix(path, MADE_UP_FOLDER "/") ? path + strlen(MADE_UP_FOLDER "/") : path;
}

static gboolean write_made_up(const Output *output, const Unsaved *unsaved, GError **error)
{
    const char *below = path_below(unsaved->path);
    g_autofree char *file = g_canonicalize_filename(below, output->folder);
    g_autofree char *folder = g_path_get_dirname(file);
    g_autofree char *from = g_build_filename(output->folder, below, NULL);
    char *climb = strstr(from, "/../"); /* "…/Modules/../Python/x.h" is found only if there is a Modules */
    if (climb != NULL)
        *climb = '\0';
    return (climb == NULL || make_folder(from, error)) && make_folder(folder, error) &&
           g_file_set_contents(file, unsaved->text, -1, error);
}

static gboolean write_all_made_up(Output *output, GError **error)
{
    for (guint i = 0; i < output->plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(output->plan->unsaved, i);
        const char *slash = strchr(unsaved->path, '/');
        if (!write_made_up(output, unsaved, error))
            return FALSE;
        if (slash != NULL && g_str_has_suffix(unsaved->path, ".h") &&
            path_below(unsaved->path) == unsaved->path)
            g_hash_table_add(output->folders, g_strndup(unsaved->path, slash - unsaved->path));
    }
    return TRUE;
}

/* ---- the database ------------------------------------------------------------------------------------------------ */

static void append_string(GString *json, const char *text)
{
    g_string_append_c(json, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(json, '\\');
        if ((guchar)*text < ' ')
            g_string_append_printf(json, "\\u%04x", *text);
        else
            g_string_append_c(json, *text);
    }
    g_string_append_c(json, '"');
}

static void append_argument(GString *json, const char *option, const char *value)
{
    g_autofree char *word = g_strconcat(option, value, NULL);
    g_string_append(json, ", ");
    append_string(json, word);
}

static void append_unit_argument(const Output *output, GString *json, const char *argument)
{
    static const char *const options[] = {"-I", "-idirafter"};
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        if (g_str_has_prefix(argument, options[i]) &&
            strcmp(argument + strlen(options[i]), MADE_UP_FOLDER) == 0) {
            append_argument(json, options[i], output->folder);
            return;
        }
    append_argument(json, argument, "");
}

static gboolean is_made_up(const Plan *plan, const char *path)
{
    for (guint i = 0; i < plan->unsaved->len; i++)
        if (strcmp(((const Unsaved *)g_ptr_array_index(plan->unsaved, i))->path, path) == 0)
            return TRUE;
    return FALSE;
}

static void append_unit(const Output *output, GString *json, const Unit *unit)
{
    g_autofree char *made_up = g_build_filename(output->folder, unit->path, NULL);
    const char *file = is_made_up(output->plan, unit->path) ? made_up : unit->path;
    g_autofree char *folder = g_path_get_dirname(unit->path);
    g_autofree char *beside = g_build_filename(output->folder, folder, NULL);
    g_string_append(json, "  {\"directory\": ");
    append_string(json, output->plan->root);
    g_string_append(json, ", \"file\": ");
    append_string(json, file);
    g_string_append(json, ",\n   \"arguments\": [\"clang\"");
    for (char **argument = unit->arguments; *argument != NULL; argument++)
        append_unit_argument(output, json, *argument);
    if (g_hash_table_contains(output->folders, folder))
        append_argument(json, "-iquote", beside);
    append_argument(json, "-c", "");
    append_argument(json, file, "");
    g_string_append(json, "]}");
}

static char *database_text(const Output *output)
{
    GString *json = g_string_new("[\n");
    for (guint i = 0; i < output->plan->units->len; i++) {
        if (i > 0)
            g_string_append(json, ",\n");
        append_unit(output, json, g_ptr_array_index(output->plan->units, i));
    }
    g_string_append(json, "\n]\n");
    return g_string_free(json, FALSE);
}

/* Whether `file`, or what it would be made in, lies in the checkout, by whatever name. */
static gboolean is_in_checkout(const Plan *plan, const char *file)
{
    g_autofree char *folder = g_path_get_dirname(file);
    char *real = realpath(folder, NULL);
    if (real == NULL && strcmp(folder, file) != 0)
        return is_in_checkout(plan, folder); /* the folder is not there yet */
    gsize length = strlen(plan->root);
    gboolean inside = real != NULL && strncmp(real, plan->root, length) == 0 &&
                      (real[length] == '/' || real[length] == '\0');
    free(real);
    return inside;
}

gboolean compile_commands_write(const Plan *plan, const char *file, GError **error)
{
    if (is_in_checkout(plan, file)) {
        g_set_error(error, TREE_ERROR, TREE_ERROR_USAGE,
                    "%s lies in the checkout, which is never written to; name a file above or beside it",
                    file);
        return FALSE;
    }
    g_autofree char *stem =
        g_str_has_suffix(file, ".json") ? g_strndup(file, strlen(file) - strlen(".json")) : g_strdup(file);
    Output output = {.plan = plan};
    output.folder = g_strconcat(stem, ".made-up", NULL);
    output.folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gboolean ok = make_folder(output.folder, error) && write_all_made_up(&output, error);
    g_autofree char *text = ok ? database_text(&output) : NULL;
    ok = ok && g_file_set_contents(file, text, -1, error);
    g_hash_table_unref(output.folders);
    g_free(output.folder);
    return ok;
}
