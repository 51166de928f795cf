/* crawl.c: from a plan to facts. See crawl.h.
 *
 *   plan ─> groups ─┬─> precompiled headers ─┐
 *                   └────────────────────────┴─> units ─> facts, in the plan's order
 *
 * Jobs are numbered: first the groups that get a precompiled header, then the units, the longest file first,
 * so that no worker is left alone with a long one at the end. */
#include "crawl/crawl.h"

#include "crawl/group.h"
#include "crawl/parse.h"
#include "crawl/pool.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum { LEAST_TO_SHARE = 3 };

/* A parse: a group's header, or a unit. */
typedef struct Job {
    const Group *group;
    const Unit *unit;  /* NULL: the group's header */
    struct Job *needs; /* the job that makes its precompiled header, or NULL */
    char *pch;         /* of the group */
    goffset size;      /* of the unit's file */
    guint order;       /* its place in `order` */
    gboolean is_done;
} Job;

typedef struct Crawl {
    const Plan *plan;
    const CrawlOptions *options;
    char *folder; /* for the precompiled headers */
    GPtrArray *groups;
    GPtrArray *jobs;  /* of Job, in the order of work */
    GPtrArray *order; /* the same: headers, then units in the plan's order; owner */
    guint done;
    Parser *parser; /* in a worker */
} Crawl;

static void job_free(gpointer data)
{
    Job *job = data;
    g_free(job->pch);
    g_free(job);
}

/* ---- the list of jobs --------------------------------------------------------------------------------- */

static int compare_work(gconstpointer a, gconstpointer b)
{
    const Job *left = *(const Job *const *)a, *right = *(const Job *const *)b;
    if ((left->unit == NULL) != (right->unit == NULL))
        return left->unit == NULL ? -1 : 1;
    if (left->unit == NULL && left->group->units->len != right->group->units->len)
        return left->group->units->len > right->group->units->len ? -1 : 1;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static goffset file_size(const char *root, const char *path)
{
    GStatBuf status;
    g_autofree char *name = g_build_filename(root, path, NULL);
    return g_stat(name, &status) == 0 ? status.st_size : 0;
}

static void list_jobs(Crawl *crawl)
{
    g_autoptr(GHashTable) headers =
        g_hash_table_new(g_direct_hash, g_direct_equal); /* Unit to its group's first job */
    g_autoptr(GHashTable) groups = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < crawl->groups->len; i++) {
        const Group *group = g_ptr_array_index(crawl->groups, i);
        Job *header = NULL;
        if (group->prologue != NULL) {
            header = g_new0(Job, 1);
            header->group = group;
            header->pch = g_strdup_printf("%s/%u.pch", crawl->folder, i);
            g_ptr_array_add(crawl->order, header);
        }
        for (guint j = 0; j < group->units->len; j++) {
            g_hash_table_insert(headers, g_ptr_array_index(group->units, j), header);
            g_hash_table_insert(groups, g_ptr_array_index(group->units, j), (gpointer)group);
        }
    }
    for (guint i = 0; i < crawl->plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(crawl->plan->units, i);
        Job *job = g_new0(Job, 1);
        job->unit = unit;
        job->group = g_hash_table_lookup(groups, unit);
        job->needs = g_hash_table_lookup(headers, unit);
        job->size = file_size(crawl->plan->root, unit->path);
        g_ptr_array_add(crawl->order, job);
    }
    for (guint i = 0; i < crawl->order->len; i++) {
        Job *job = g_ptr_array_index(crawl->order, i);
        job->order = i;
        g_ptr_array_add(crawl->jobs, job);
    }
    g_ptr_array_sort(crawl->jobs, compare_work);
}

/* ---- in a worker -------------------------------------------------------------------------------------- */

static GBytes *work(guint number, gpointer data, GError **error)
{
    Crawl *crawl = data;
    Job *job = g_ptr_array_index(crawl->jobs, number);
    if (crawl->parser == NULL)
        crawl->parser = parser_new(crawl->plan);
    g_autoptr(Facts) facts = NULL;
    if (job->unit == NULL) {
        facts = parser_precompile(crawl->parser, job->group, job->pch, error);
    } else {
        const char *pch =
            job->needs != NULL && g_file_test(job->needs->pch, G_FILE_TEST_EXISTS) ? job->needs->pch : NULL;
        facts = parser_read_unit(crawl->parser, job->unit, pch, error);
    }
    return facts == NULL ? NULL : facts_pack(facts);
}

/* ---- in the parent ------------------------------------------------------------------------------------ */

static gboolean ready(guint number, gpointer data)
{
    const Crawl *crawl = data;
    const Job *job = g_ptr_array_index(crawl->jobs, number);
    return job->needs == NULL || job->needs->is_done;
}

static gboolean done(guint number, GBytes *buffer, const char *problem, gpointer data, GError **error)
{
    Crawl *crawl = data;
    Job *job = g_ptr_array_index(crawl->jobs, number);
    job->is_done = TRUE;
    if (crawl->options->progress != NULL)
        crawl->options->progress(++crawl->done, crawl->jobs->len, crawl->options->data);
    g_autoptr(Facts) facts = buffer == NULL ? NULL : facts_unpack(buffer);
    const Unit *first = job->unit != NULL ? job->unit : g_ptr_array_index(job->group->units, 0);
    CrawlResult result = {job->unit, first, job->order + 1, facts, problem};
    return crawl->options->result(&result, crawl->options->data, error);
}

static gboolean go_on(gpointer data, GError **error)
{
    const Crawl *crawl = data;
    return crawl->options->go_on(crawl->options->data, error);
}

static void remove_folder(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

gboolean crawl_run(const Plan *plan, const CrawlOptions *options, GError **error)
{
    if (chdir(plan->root) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", plan->root,
                    g_strerror(errno));
        return FALSE;
    }
    Crawl crawl = {.plan = plan, .options = options};
    crawl.folder = g_dir_make_tmp("cpyread-XXXXXX", error);
    if (crawl.folder == NULL)
        return FALSE;
    crawl.groups = group_units(plan, LEAST_TO_SHARE);
    crawl.jobs = g_ptr_array_new();
    crawl.order = g_ptr_array_new_with_free_func(job_free);
    list_jobs(&crawl);
    PoolJobs jobs = {crawl.jobs->len, work, ready, done, go_on, &crawl};
    gboolean ok = pool_run(&jobs, options->workers, error);
    remove_folder(crawl.folder);
    g_ptr_array_unref(crawl.jobs);
    g_ptr_array_unref(crawl.order);
    g_ptr_array_unref(crawl.groups);
    g_free(crawl.folder);
    return ok;
}

char *crawl_compiler(void)
{
    return parser_version();
}
