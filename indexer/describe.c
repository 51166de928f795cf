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

/* Notes the headers that this machine lacks: "openssl/ssl.h (libssl-dev)". */
static void note_missing(FileRow *file, const char *text)
{
    const char *quote = strstr(text, "' file not found");
    if (*text != '\'' || quote == NULL)
        return;
    g_autofree char *header = g_strndup(text + 1, quote - text - 1);
    const char *package = tree_package_of_header(header);
    g_autofree char *words = package == NULL ? g_strdup(header) : g_strdup_printf("%s (%s)", header, package);
    if (file->missing != NULL && strstr(file->missing, words) != NULL)
        return;
    char *all = file->missing == NULL ? g_strdup(words) : g_strconcat(file->missing, ", ", words, NULL);
    g_free(file->missing);
    file->missing = all;
}

static void count_errors(Merge *merge, FileRow *file)
{
    guint count;
    merge_sort(merge, ROWS_DIAGNOSTICS, file);
    const DiagnosticRow *rows = merge_rows(merge, ROWS_DIAGNOSTICS, file, &count);
    file->errors = count;
    for (guint i = 0; i < count; i++)
        note_missing(file, rows[i].text);
}

static void describe_contents(FileRow *file, const PresentFile *contents)
{
    file->generated = contents->generated;
    if (contents->made_up || contents->hash == NULL)
        return;
    file->lines = contents->lines;
    file->hash = g_strdup(contents->hash);
}

void describe_files(Merge *merge, Present *present)
{
    GPtrArray *files = merge_files(merge);
    for (guint i = 0; i < files->len; i++) {
        FileRow *file = g_ptr_array_index(files, i);
        count_errors(merge, file);
        describe_contents(file, present_file(present, file->path));
    }
}
