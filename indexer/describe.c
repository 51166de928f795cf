/* describe.c: see describe.h. */
#include "describe.h"

#include "tree/headers.h"

#include <string.h>

void describe_add_files(Merge *merge, const Plan *plan)
{
    for (guint i = 0; i < plan->units->len; i++)
        merge_file(merge, ((const Unit *)g_ptr_array_index(plan->units, i))->path)->is_unit = TRUE;
    for (guint i = 0; i < plan->skipped->len; i++) {
        const Skipped *skipped = g_ptr_array_index(plan->skipped, i);
        FileRow *file = merge_file(merge, skipped->path);
        if (file->parsed == 0 && file->skipped_because == NULL)
            file->skipped_because = g_strdup(skipped->because);
    }
}

/* A header that this machine lacks, as "openssl/ssl.h (libssl-dev)"; NULL if something else is said. */
static char *missing_header(const char *text)
{
    const char *quote = strstr(text, "' file not found");
    if (*text != '\'' || quote == NULL)
        return NULL;
    g_autofree char *header = g_strndup(text + 1, quote - text - 1);
    const char *package = tree_package_of_header(header);
    return package == NULL ? g_steal_pointer(&header) : g_strdup_printf("%s (%s)", header, package);
}

static void note_missing(FileRow *file, const char *words)
{
    if (file->lacks == NULL)
        file->lacks = g_ptr_array_new_with_free_func(g_free);
    if (!g_ptr_array_find_with_equal_func(file->lacks, words, g_str_equal, NULL))
        g_ptr_array_add(file->lacks, g_strdup(words));
}

void describe_missing(Merge *merge, const char *unit, const Facts *facts)
{
    for (guint i = 0; i < facts->diagnostics->len; i++) {
        const FactDiagnostic *fact = &g_array_index(facts->diagnostics, FactDiagnostic, i);
        g_autofree char *words = missing_header(facts_text(facts, fact->text));
        if (words == NULL)
            continue;
        note_missing(merge_file(merge, facts_text(facts, fact->file)), words);
        note_missing(merge_file(merge, unit), words);
    }
}

static int compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void list_missing(FileRow *file)
{
    if (file->lacks == NULL)
        return;
    g_ptr_array_sort(file->lacks, compare_words);
    g_ptr_array_add(file->lacks, NULL);
    file->missing = g_strjoinv(", ", (char **)file->lacks->pdata);
}

static void describe_contents(FileRow *file, const PresentFile *contents)
{
    file->generated = contents->generated;
    if (contents->made_up || contents->hash == NULL)
        return;
    file->lines = contents->lines;
    file->hash = g_strdup(contents->hash);
    file->sum = contents->sum;
}

void describe_files(Merge *merge, Present *present)
{
    GPtrArray *files = merge_files(merge);
    for (guint i = 0; i < files->len; i++) {
        FileRow *file = g_ptr_array_index(files, i);
        file->errors = merge_sort(merge, ROWS_DIAGNOSTICS, file);
        list_missing(file);
        describe_contents(file, present_file(present, file->path));
    }
}
