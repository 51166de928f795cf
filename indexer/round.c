/* round.c: reads a tree once, and once more where files changed while they were read. See run_inside.h.
 *
 * What the cache knows is recalled, the rest is parsed; then the facts are merged, and what the compiler read is compared
 * with what is there now. */
#include "run_inside.h"

#include "crawl/crawl.h"
#include "describe.h"
#include "tree/generated.h"

enum { ROUNDS = 3 };

static gboolean knows(const char *key, gpointer data)
{
    Run *run = data;
    return cache_knows(run->cache, run->present, key);
}

static Facts *recall(const char *key, gpointer data)
{
    Run *run = data;
    return cache_recall(run->cache, key);
}

/* What shared headers lack, all units lack that share them; and what those define, the headers may ask for. */
static void note_sharing(const Run *run, const CrawlResult *result)
{
    if (result->unit != NULL)
        describe_missing(run->merge, result->unit->path, result->facts);
    for (guint i = 0; result->unit == NULL && i < result->sharing->len; i++) {
        const Unit *unit = g_ptr_array_index(result->sharing, i);
        describe_missing(run->merge, unit->path, result->facts);
        merge_share(run->merge, result->order, unit->path);
    }
}

static gboolean take_result(const CrawlResult *result, gpointer data, GError **error)
{
    Run *run = data;
    (void)error;
    if (result->facts == NULL) { /* if it was a shared header, its units are parsed without it */
        run->failed++;
        if (result->unit != NULL)
            merge_problem(run->merge, result->unit->path, result->problem);
        return TRUE;
    }
    if (!result->is_known) {
        facts_share(result->facts, cache_texts(run->cache));
        cache_put(run->cache, result->key, result->facts);
        g_ptr_array_add(run->fresh, g_strdup(result->key));
        run->read++;
    }
    note_sharing(run, result);
    merge_add(run->merge, result->order, result->first->path, result->first->part_of, result->facts);
    return TRUE;
}

static void show_progress(guint done, guint total, gpointer data)
{
    Run *run = data;
    if (run->options->only == NULL)
        report_progress(run->report, done, total);
}

void run_end_round(Run *run)
{
    g_clear_pointer(&run->merge, merge_free);
    g_clear_pointer(&run->present, present_free);
    g_clear_pointer(&run->fresh, g_ptr_array_unref);
}

/* Whether what was read is what is there. */
static gboolean is_still(Run *run)
{
    for (guint i = 0; i < run->fresh->len; i++)
        if (!cache_knows(run->cache, run->present, g_ptr_array_index(run->fresh, i)))
            return FALSE;
    return TRUE;
}

/* Reads the files that facts speak of, and lists those there are, while the facts are merged. */
typedef struct Reading {
    Present *present;
    GPtrArray *paths; /* of const char *: the merge's files */
} Reading;

static gpointer read_present(gpointer data)
{
    const Reading *reading = data;
    present_paths(reading->present);
    for (guint i = 0; i < reading->paths->len; i++)
        present_file(reading->present, g_ptr_array_index(reading->paths, i));
    return NULL;
}

static void finish_merge(Run *run)
{
    GPtrArray *files = merge_files(run->merge);
    Reading reading = {run->present, g_ptr_array_new()};
    for (guint i = 0; i < files->len; i++)
        g_ptr_array_add(reading.paths, ((const FileRow *)g_ptr_array_index(files, i))->path);
    GThread *reader = g_thread_new("reader", read_present, &reading);
    describe_add_files(run->merge, run->plan);
    merge_finish(run->merge);
    g_thread_join(reader);
    g_ptr_array_unref(reading.paths);
}

static gboolean crawl_round(Run *run, gboolean *still, GError **error)
{
    if (run->present == NULL)
        run->present = present_new(run->plan, tree_is_generated);
    cache_compare(run->cache, run->present);
    run->merge = merge_new(cache_texts(run->cache));
    run->fresh = g_ptr_array_new_with_free_func(g_free);
    run->failed = 0;
    CrawlOptions crawl = {.workers = run->options->workers,
                          .folder = claim_folder(run->claim),
                          .knows = knows,
                          .recall = recall,
                          .result = take_result,
                          .go_on = run_go_on,
                          .progress = show_progress,
                          .data = run};
    if (!crawl_run(run->plan, &crawl, error))
        return FALSE;
    finish_merge(run);
    cache_sweep(run->cache, run->present);
    *still = is_still(run);
    return TRUE;
}

gboolean run_crawl(Run *run, GError **error)
{
    gboolean still = FALSE;
    for (guint round = 0; round < ROUNDS && !still; round++) {
        if (round > 0)
            run_end_round(run);
        if (!crawl_round(run, &still, error))
            return FALSE;
    }
    cache_set_complete(run->cache, still && run->failed == 0);
    if (!still)
        run_note(run, "files changed while they were read; index again when they no longer do");
    return TRUE;
}
