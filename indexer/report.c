/* report.c: see report.h. */
#include "report.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct Report {
    char *name;   /* "CPython 3.7.0b3+" */
    gint64 start; /* monotonic, in µs */
    gint64 step;  /* when the step began that is told apart */
    gboolean terminal;
    guint quarter; /* the last one told */
};

Report *report_new(const char *name)
{
    Report *report = g_new0(Report, 1);
    report->name = g_strdup(name);
    report->start = g_get_monotonic_time();
    report->terminal = isatty(STDERR_FILENO);
    return report;
}

void report_free(Report *report)
{
    g_free(report->name);
    g_free(report);
}

static double seconds_since(const Report *report)
{
    return (g_get_monotonic_time() - report->start) / 1e6;
}

void report_progress(Report *report, guint done, guint total)
{
    double left = seconds_since(report) * (total - done) / done;
    if (report->terminal) {
        fprintf(stderr, "\r\033[K%s: %u of %u files, %.0f s left", report->name, done, total, left);
        if (done == total)
            fputs("\r\033[K", stderr);
    } else if (done * 4 / total > report->quarter) {
        report->quarter = done * 4 / total;
        fprintf(stderr, "%s: %u of %u files\n", report->name, done, total);
    }
}

void report_step(Report *report)
{
    report->step = g_get_monotonic_time();
}

void report_commits(Report *report, guint done, guint total)
{
    if (report->terminal)
        fprintf(stderr, done == total ? "\r\033[K" : "\r\033[K%s: %u of %u commits", report->name, done, total);
}

void report_history(Report *report, guint fresh, guint all)
{
    printf("%s: history: %u commits, %u of them read in %.1f s\n", report->name, all, fresh,
           (g_get_monotonic_time() - report->step) / 1e6);
}

/* ---- the summary -------------------------------------------------------------------------------------- */

typedef struct Counts {
    guint units, headers, broken, symbols, calls, references;
} Counts;

static Counts count(Merge *merge)
{
    Counts counts = {0};
    GPtrArray *files = merge_files(merge);
    merge_symbols(merge, NULL, &counts.symbols);
    for (guint i = 0; i < files->len; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        counts.units += file->is_unit && file->parsed > 0;
        counts.headers += !file->is_unit && file->parsed > 0;
        guint symbols;
        merge_symbols(merge, file, &symbols);
        counts.symbols += symbols;
        counts.calls += merge_sort(merge, ROWS_CALLS, file);
        counts.references += merge_sort(merge, ROWS_REFERENCES, file);
        counts.broken += file->errors > 0 || (file->is_unit && file->parsed == 0);
    }
    return counts;
}

/* "openssl/ssl.h (libssl-dev), …" as "openssl/ssl.h and 5 more"; their packages go into `packages`. */
static void print_missing(const FileRow *file, GPtrArray *packages)
{
    g_auto(GStrv) headers = g_strsplit(file->missing, ", ", -1);
    guint count = g_strv_length(headers);
    for (char **header = headers; *header != NULL; header++) {
        char *open = strstr(*header, " ("), *close = strrchr(*header, ')');
        if (open == NULL || close == NULL)
            continue;
        *open = *close = '\0';
        if (!g_ptr_array_find_with_equal_func(packages, open + 2, g_str_equal, NULL))
            g_ptr_array_add(packages, g_strdup(open + 2));
    }
    printf("    %s: no %s", file->path, headers[0]);
    if (count > 1)
        printf(" and %u more", count - 1);
    printf("\n");
}

static gboolean is_unread(const FileRow *file)
{
    return file->is_unit && file->parsed == 0;
}

static void print_unread(const FileRow *file)
{
    printf("    %s: nothing of it could be read\n", file->path);
}

static void print_broken(Merge *merge)
{
    GPtrArray *files = merge_files(merge);
    g_autoptr(GPtrArray) packages = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < files->len; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        if (is_unread(file))
            print_unread(file);
        else if (file->missing != NULL && file->errors > 0) /* there it is asked for */
            print_missing(file, packages);
        else if (file->errors > 0)
            printf("    %s: %u error%s\n", file->path, file->errors, file->errors == 1 ? "" : "s");
    }
    for (guint i = 0; i < packages->len; i++)
        printf("%s%s%s", i == 0 ? "  to read them too: apt-get install " : " ",
               (char *)g_ptr_array_index(packages, i),
               i + 1 == packages->len ? ", and index again with --force\n" : "");
}

/* Reasons with their numbers of files, the most common first. */
static void print_skipped(const Plan *plan)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) reasons = g_ptr_array_new();
    for (guint i = 0; i < plan->skipped->len; i++) {
        const Skipped *skipped = g_ptr_array_index(plan->skipped, i);
        guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, skipped->because));
        if (number == 0)
            g_ptr_array_add(reasons, skipped->because);
        g_hash_table_insert(numbers, skipped->because, GUINT_TO_POINTER(number + 1));
    }
    for (guint i = 0; i < reasons->len; i++) {
        const char *reason = g_ptr_array_index(reasons, i);
        printf("%s%u %s", i == 0 ? "" : "; ", GPOINTER_TO_UINT(g_hash_table_lookup(numbers, reason)), reason);
    }
}

void report_summary(Report *report, const Plan *plan, Merge *merge, const char *database)
{
    Counts counts = count(merge);
    printf("%s: %u units and %u headers read in %.1f s\n", report->name, counts.units, counts.headers,
           seconds_since(report));
    if (counts.broken > 0) {
        printf("  %u file%s not wholly read (what could be is in the index):\n", counts.broken,
               counts.broken == 1 ? "" : "s");
        print_broken(merge);
    }
    if (plan->skipped->len > 0) {
        printf("  %u sources left out: ", plan->skipped->len);
        print_skipped(plan);
        printf("\n");
    }
    printf("  %u symbols, %u calls by name, %u references in %s\n", counts.symbols, counts.calls,
           counts.references, database);
}

void report_changes(Report *report, guint parses, Merge *merge, const char *database)
{
    printf("%s: %u file%s read again in %.1f s; %s is up to date\n", report->name, parses,
           parses == 1 ? "" : "s", seconds_since(report), database);
    GPtrArray *files = merge_files(merge);
    for (guint i = 0; i < files->len; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        if (is_unread(file))
            print_unread(file);
    }
}
