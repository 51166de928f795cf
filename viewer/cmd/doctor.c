/* doctor.c: `cpyread doctor`: what this machine lacks of what the kit uses, and the command that mends it.
 *
 * One row a thing, by the table below: a program is looked for on PATH; what cannot be seen that way is tried. */
#include "cmd/command.h"
#include "cmd/indexer.h"
#include "graph/font.h"
#include "graph/picture.h"

#include <string.h>

typedef struct Thing {
    const char *name, *used_for, *mending;
    gboolean is_necessary;                    /* one of the main jobs cannot be done without it */
    char *(*look)(const struct Thing *thing); /* what there is of it, to be freed; NULL: it is missing */
} Thing;

/* ---- how things are looked for ------------------------------------------------------------------------ */

static char *look_for_program(const Thing *thing)
{
    return g_find_program_in_path(thing->name);
}

/* The first line that a program prints, NULL if it fails or prints nothing. */
static char *first_line(const char *program, const char *first, const char *second)
{
    const char *const words[] = {program, first, second, NULL};
    g_autofree char *said = NULL;
    int status = 1;
    if (!g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                      NULL, &said, NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL))
        return NULL;
    said[strcspn(said, "\n")] = '\0';
    return *said != '\0' ? g_steal_pointer(&said) : NULL;
}

/* It says which libclang it was built with, and does not start where that is gone. */
static char *look_for_indexer(const Thing *thing)
{
    (void)thing;
    g_autofree char *path = indexer_find();
    return path != NULL ? first_line(path, "--version", NULL) : NULL;
}

static char *look_for_korean(const Thing *thing)
{
    (void)thing;
    return g_strdup(font_korean(NULL));
}

static char *look_for_coding_font(const Thing *thing)
{
    (void)thing;
    return first_line("fc-list", "NanumGothicCoding", "family");
}

static char *look_for_drawing(const Thing *thing)
{
    return picture_can(strrchr(thing->name, ' ') + 1) ? g_strdup("draws") : NULL;
}

static const Thing things[] = {
    {"cpyread-index", "making indexes", INDEXER_MENDING, TRUE, look_for_indexer},
    {"git", "getting a CPython, history", "apt-get install git", TRUE, look_for_program},
    {"Graphviz to svg", "pictures", "apt-get install graphviz, then dot -c as root", TRUE, look_for_drawing},
    {"Graphviz to pdf", "pictures", "apt-get install graphviz, then dot -c as root", FALSE, look_for_drawing},
    {"Graphviz to png", "pictures", "apt-get install graphviz, then dot -c as root", FALSE, look_for_drawing},
    {"weasyprint", "handouts on paper", "apt-get install weasyprint", TRUE, look_for_program},
    {"fc-list", "finding fonts", "apt-get install fontconfig", TRUE, look_for_program},
    {"a Korean font", "pictures and handouts in Korean", "apt-get install fonts-nanum", TRUE,
     look_for_korean},
    {"NanumGothicCoding", "Hangul in columns of code", "apt-get install fonts-nanum-coding", FALSE,
     look_for_coding_font},
    {"python3", "the snippets of a handout", "apt-get install python3", FALSE, look_for_program},
    {"gdb", "a handout's walk along the path", "apt-get install gdb", FALSE, look_for_program},
    {"valgrind", "recording the calls of a run", "apt-get install valgrind", FALSE, look_for_program},
};

/* ---- headers that the chosen index was made without --------------------------------------------------- */

/* Adds the packages in "openssl/ssl.h (libssl-dev), …", each once. */
static void add_packages(const char *missing, GPtrArray *packages)
{
    g_auto(GStrv) parts = g_strsplit_set(missing, "()", -1);
    for (guint i = 1; i < g_strv_length(parts); i += 2)
        if (!g_ptr_array_find_with_equal_func(packages, parts[i], g_str_equal, NULL))
            g_ptr_array_add(packages, g_strdup(parts[i]));
}

/* Where there is no index, or none was chosen, nothing is said of headers; one that was named must be there. */
static gboolean add_headers(const Context *context, Table *rows, GError **error)
{
    gboolean was_named = context->choice->db != NULL || context->choice->at != NULL;
    g_autoptr(Index) index = index_open(context->choice, was_named ? error : NULL);
    if (index == NULL)
        return !was_named;
    g_autoptr(Table) files = index_query(index, error, "status_missing", NULL);
    if (files == NULL)
        return FALSE;
    g_autoptr(GPtrArray) packages = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < table_size(files); i++)
        add_packages(table_get(files, i, "missing_headers"), packages);
    if (table_size(files) == 0)
        return TRUE;
    gboolean any = packages->len > 0;
    g_ptr_array_add(packages, NULL);
    g_autofree char *names = g_strjoinv(" ", (char **)packages->pdata);
    g_autofree char *used_for = g_strdup_printf("%u files of %s", table_size(files), index_tree(index));
    g_autofree char *command = index_mending(index);
    g_autofree char *mending = any ? g_strdup_printf("apt-get install %s, then %s --force", names, command)
                                   : g_strdup("no package is known for them: cpyread status");
    const char *row[] = {"headers", "missing", "no", used_for, mending};
    table_add(rows, row);
    return TRUE;
}

/* ---- the answer --------------------------------------------------------------------------------------- */

/* Adds its row; whether it is missing although it is necessary. */
static gboolean add_thing(const Thing *thing, Table *rows)
{
    g_autofree char *found = thing->look(thing);
    const char *row[] = {thing->name, found != NULL ? found : "missing", thing->is_necessary ? "yes" : "no",
                         thing->used_for, found == NULL ? thing->mending : NULL};
    table_add(rows, row);
    return found == NULL && thing->is_necessary;
}

static Answer *run(const Context *context, GError **error)
{
    static const char *const columns[] = {"what", "found", "necessary", "used_for", "mend", NULL};
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) rows = table_new(columns);
    guint lacking = 0;
    for (guint i = 0; i < G_N_ELEMENTS(things); i++)
        lacking += add_thing(&things[i], rows);
    if (!add_headers(context, rows, error))
        return NULL;
    answer_add_table(answer, NULL, g_steal_pointer(&rows), NULL);
    if (lacking > 0) {
        answer->status = ANSWER_FAILED;
        answer_warn(answer, "%u of what is necessary %s missing: the last column says what mends it", lacking,
                    lacking == 1 ? "is" : "are");
    }
    return g_steal_pointer(&answer);
}

const Command command_doctor = {
    .name = "doctor",
    .usage = "",
    .summary = "what this machine lacks, each with the command that mends it",
    .help =
        "Programs, fonts and Graphviz' plugins are tried. Of the index that would be asked (or --db FILE), "
        "the "
        "headers\nthat it was made without. Commands are Debian's. Exit status 3 if something necessary is "
        "missing, else 0.",
    .example = "cpyread doctor",
    .max_arguments = 0,
    .looks_for_index = TRUE,
    .run = run,
};
