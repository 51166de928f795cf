/* crawl.c: from a plan to facts. See crawl.h.
 *
 *   plan ─> groups ─┬─> precompiled headers ─┐
 *                   └────────────────────────┴─> units ─> facts, in the plan's order
 *
 * Jobs are numbered: first the groups that get a precompiled header, then the units, the longest file first,
 * so that no worker is left alone with a long one at the end. What an earlier run knows is no job: the parent hands
 * it on while the workers parse. */
#include "crawl/crawl.h"

#include "crawl/group.h"
#include "crawl/parse.h"
#include "crawl/pool.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
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
    char *key;         /* of its facts: all that decides them but the contents of files */
    gboolean is_known; /* an earlier run has its facts */
    gboolean is_done;
} Job;

typedef struct Crawl {
    const Plan *plan;
    const CrawlOptions *options;
    GPtrArray *groups;
    GPtrArray *jobs;  /* of Job: what must be done, in the order of work */
    GPtrArray *order; /* of Job: all, headers, then units in the plan's order; owner */
    guint done, recalled;
    Parser *parser; /* in a worker */
} Crawl;

static void job_free(gpointer data)
{
    Job *job = data;
    g_free(job->pch);
    g_free(job->key);
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

static void add_strings(GChecksum *sum, const char *const *strings)
{
    for (; *strings != NULL; strings++)
        g_checksum_update(sum, (const guchar *)*strings, strlen(*strings) + 1);
    g_checksum_update(sum, (const guchar *)"", 1);
}

static char *make_key(const Job *job)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    if (job->unit == NULL) {
        const char *const words[] = {"header", job->group->folder, job->group->prologue, NULL};
        add_strings(sum, words);
        add_strings(sum, (const char *const *)job->group->arguments);
    } else {
        const char *const words[] = {"unit", job->unit->path, job->needs != NULL ? job->needs->key : NULL,
                                     NULL};
        add_strings(sum, words);
        add_strings(sum, (const char *const *)job->unit->arguments);
    }
    return g_strdup(g_checksum_get_string(sum));
}

static void add_job(Crawl *crawl, Job *job)
{
    job->key = make_key(job);
    job->order = crawl->order->len;
    job->is_known =
        (job->needs == NULL || job->needs->is_known) && crawl->options->knows(job->key, crawl->options->data);
    g_ptr_array_add(crawl->order, job);
}

/* What is not known, and the precompiled headers that this takes. */
static void choose_jobs(Crawl *crawl)
{
    g_autoptr(GHashTable) chosen = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = crawl->order->len; i-- > 0;) { /* headers come last */
        Job *job = g_ptr_array_index(crawl->order, i);
        if (!job->is_known)
            g_hash_table_add(chosen, job);
        if (!job->is_known && job->needs != NULL)
            g_hash_table_add(chosen, job->needs);
        if (g_hash_table_contains(chosen, job))
            g_ptr_array_add(crawl->jobs, job);
    }
    g_ptr_array_sort(crawl->jobs, compare_work);
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
            header->pch = g_strdup_printf("%s/%u.pch", crawl->options->folder, i);
            add_job(crawl, header);
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
        add_job(crawl, job);
    }
    choose_jobs(crawl);
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
        facts = parser_precompile(crawl->parser, job->group, job->pch, !job->is_known, error);
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

static gboolean hand_on(Crawl *crawl, const Job *job, Facts *facts, const char *problem, GError **error)
{
    const Unit *first = job->unit != NULL ? job->unit : g_ptr_array_index(job->group->units, 0);
    CrawlResult result = {.unit = job->unit, .first = first, .sharing = job->group->units};
    result.order = job->order + 1;
    result.key = job->key;
    result.is_known = job->is_known;
    result.facts = facts;
    result.problem = problem;
    return crawl->options->result(&result, crawl->options->data, error);
}

static gboolean done(guint number, GBytes *buffer, const char *problem, gpointer data, GError **error)
{
    Crawl *crawl = data;
    Job *job = g_ptr_array_index(crawl->jobs, number);
    job->is_done = TRUE;
    if (crawl->options->progress != NULL)
        crawl->options->progress(++crawl->done, crawl->jobs->len, crawl->options->data);
    if (job->is_known)
        return TRUE; /* a header that was only compiled once more */
    g_autoptr(Facts) facts = buffer == NULL ? NULL : facts_unpack(buffer);
    if (buffer != NULL && facts == NULL)
        problem = "what the compiler gave was damaged on its way";
    return hand_on(crawl, job, facts, problem, error);
}

/* Hands on the next facts that an earlier run knew; FALSE if there are no more. */
static gboolean recall_next(gpointer data, GError **error)
{
    Crawl *crawl = data;
    while (crawl->recalled < crawl->order->len) {
        const Job *job = g_ptr_array_index(crawl->order, crawl->recalled++);
        if (!job->is_known)
            continue;
        g_autoptr(Facts) facts = crawl->options->recall(job->key, crawl->options->data);
        return hand_on(crawl, job, facts, NULL, error);
    }
    return FALSE;
}

static gboolean recall_rest(Crawl *crawl, GError **error)
{
    GError *problem = NULL;
    while (recall_next(crawl, &problem))
        ;
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean go_on(gpointer data, GError **error)
{
    const Crawl *crawl = data;
    return crawl->options->go_on(crawl->options->data, error);
}

gboolean crawl_run(const Plan *plan, const CrawlOptions *options, GError **error)
{
    if (chdir(plan->root) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", plan->root,
                    g_strerror(errno));
        return FALSE;
    }
    Crawl crawl = {.plan = plan, .options = options};
    crawl.groups = group_units(plan, LEAST_TO_SHARE);
    crawl.jobs = g_ptr_array_new();
    crawl.order = g_ptr_array_new_with_free_func(job_free);
    list_jobs(&crawl);
    PoolJobs jobs = {crawl.jobs->len, work, ready, done, recall_next, go_on, &crawl};
    gboolean ok = crawl.jobs->len == 0 || pool_run(&jobs, options->workers, error);
    ok = ok && recall_rest(&crawl, error);
    g_ptr_array_unref(crawl.jobs);
    g_ptr_array_unref(crawl.order);
    g_ptr_array_unref(crawl.groups);
    return ok;
}

char *crawl_compiler(void)
{
    return parser_version();
}
