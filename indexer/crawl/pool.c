/* pool.c: worker processes. See pool.h.
 *
 * Each worker has a pipe for job numbers and one for results: [ok][length][bytes]. A worker that dies in a
 * job is replaced, and the job tried once more; if that kills as well, it costs that job. Workers die with their parent: their next read finds the pipe
 * closed, and the kernel tells those who are amid a job (PR_SET_PDEATHSIG). */
#include "crawl/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NO_JOB = G_MAXINT };
enum { LONGEST_JOB = 60, LONGEST_WAIT = 500 }; /* seconds for a file; milliseconds between two looks around */
enum { MOST_MEMORY = 4096 };                   /* MiB of address space a worker may have */

typedef struct Worker {
    pid_t process;
    int jobs, results; /* our ends of the pipes */
    guint job;         /* NO_JOB: it is idle */
    gint64 since;      /* when it got the job, in µs */
    gboolean is_late;  /* it was stopped for taking too long */
} Worker;

typedef struct Header {
    guint32 ok, length;
} Header;

typedef struct Pool {
    const PoolJobs *jobs;
    Worker *workers;
    guint size;
    guint8 *given; /* a flag for each job */
    guint8 *tries; /* how many workers died of it */
    guint done;
} Pool;

/* ---- pipes -------------------------------------------------------------------------------------------- */

static gboolean write_all(int file, const void *data, gsize length)
{
    for (const char *p = data; length > 0;) {
        gssize written = write(file, p, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return FALSE;
        p += written;
        length -= written;
    }
    return TRUE;
}

static gboolean read_all(int file, void *data, gsize length)
{
    for (char *p = data; length > 0;) {
        gssize got = read(file, p, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return FALSE;
        p += got;
        length -= got;
    }
    return TRUE;
}

/* ---- in the worker ------------------------------------------------------------------------------------ */

static void work(const PoolJobs *jobs, int in, int out)
{
    guint32 job;
    while (read_all(in, &job, sizeof job)) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) buffer = jobs->work(job, jobs->data, &error);
        Header header = {buffer != NULL, 0};
        gsize length = 0;
        const char *bytes = buffer != NULL ? g_bytes_get_data(buffer, &length) : error->message;
        header.length = buffer != NULL ? length : strlen(bytes);
        if (!write_all(out, &header, sizeof header) || !write_all(out, bytes, header.length))
            break;
    }
}

/* A file can make a compiler ask for all memory there is (macros that double each other): it is to fail alone. */
static void limit_memory(void)
{
#ifndef __SANITIZE_ADDRESS__ /* whose shadow takes terabytes of addresses */
    struct rlimit limit = {(rlim_t)MOST_MEMORY << 20, (rlim_t)MOST_MEMORY << 20};
    setrlimit(RLIMIT_AS, &limit);
#endif
}

static gboolean start_worker(Pool *pool, Worker *worker, GError **error)
{
    int to[2], from[2];
    if (pipe(to) != 0 || pipe(from) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "pipe: %s", g_strerror(errno));
        return FALSE;
    }
    pid_t parent = getpid();
    pid_t process = fork();
    if (process < 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "fork: %s", g_strerror(errno));
        return FALSE;
    }
    if (process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        limit_memory();
        if (getppid() != parent)
            _exit(1);
        signal(SIGINT, SIG_IGN);               /* the parent's business: it stops us */
        for (guint i = 0; i < pool->size; i++) /* other workers' pipes must close with the parent */
            if (pool->workers[i].process != 0) {
                close(pool->workers[i].jobs);
                close(pool->workers[i].results);
            }
        close(to[1]);
        close(from[0]);
        work(pool->jobs, to[0], from[1]);
        _exit(0);
    }
    close(to[0]);
    close(from[1]);
    *worker = (Worker){.process = process, .jobs = to[1], .results = from[0], .job = NO_JOB};
    return TRUE;
}

/* ---- in the parent ------------------------------------------------------------------------------------ */

/* Ends a worker and returns its wait status. */
static int stop_worker(Worker *worker)
{
    int status = 0;
    close(worker->jobs);
    close(worker->results);
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        ;
    worker->process = 0;
    return status;
}

static guint next_job(Pool *pool)
{
    for (guint job = 0; job < pool->jobs->count; job++)
        if (!pool->given[job] && pool->jobs->ready(job, pool->jobs->data))
            return job;
    return NO_JOB;
}

static void give_jobs(Pool *pool)
{
    for (guint i = 0; i < pool->size; i++) {
        Worker *worker = &pool->workers[i];
        guint32 job = worker->job == NO_JOB ? next_job(pool) : NO_JOB;
        if (job == NO_JOB)
            continue;
        worker->job = job;
        worker->since = g_get_monotonic_time();
        pool->given[job] = TRUE;
        write_all(worker->jobs, &job, sizeof job); /* if it died, its results pipe tells */
    }
}

/* A worker is gone in the middle of a job: puts another in its place, and says how it went if the job is to blame. */
static gboolean bury_worker(Pool *pool, Worker *worker, GError **error)
{
    guint job = worker->job;
    gboolean is_late = worker->is_late;
    int status = stop_worker(worker);
    if (!start_worker(pool, worker, error))
        return FALSE;
    if (pool->tries[job]++ == 0 && !is_late) {
        pool->given[job] = FALSE;
        return TRUE;
    }
    g_autofree char *problem =
        is_late               ? g_strdup_printf("the compiler took more than %d seconds", LONGEST_JOB)
        : WIFSIGNALED(status) ? g_strdup_printf("the compiler died of: %s", strsignal(WTERMSIG(status)))
                              : g_strdup("the compiler gave up");
    pool->done++;
    return pool->jobs->done(job, NULL, problem, pool->jobs->data, error);
}

static gboolean take_result(Pool *pool, Worker *worker, GError **error)
{
    Header header;
    if (!read_all(worker->results, &header, sizeof header))
        return bury_worker(pool, worker, error);
    char *bytes = g_malloc(header.length + 1);
    bytes[header.length] = '\0';
    if (!read_all(worker->results, bytes, header.length)) {
        g_free(bytes);
        return bury_worker(pool, worker, error);
    }
    g_autoptr(GBytes) buffer = g_bytes_new_take(bytes, header.length);
    guint job = worker->job;
    worker->job = NO_JOB;
    pool->done++;
    give_jobs(pool);
    return pool->jobs->done(job, header.ok ? buffer : NULL, header.ok ? NULL : bytes, pool->jobs->data,
                            error);
}

/* A compiler that does not come to an end costs its file: its pipe closes, and it is buried like one that crashed. */
static void stop_late_workers(Pool *pool)
{
    for (guint i = 0; i < pool->size; i++) {
        Worker *worker = &pool->workers[i];
        if (worker->job != NO_JOB &&
            g_get_monotonic_time() - worker->since > LONGEST_JOB * G_TIME_SPAN_SECOND) {
            worker->is_late = TRUE;
            kill(worker->process, SIGKILL);
        }
    }
}

/* Waits for results and takes them; with `wait` FALSE takes those that are there, and tells whether there were any. */
static gboolean take_results(Pool *pool, gboolean wait, gboolean *any, GError **error)
{
    g_autofree struct pollfd *polls = g_new0(struct pollfd, pool->size);
    for (guint i = 0; i < pool->size; i++)
        polls[i] = (struct pollfd){pool->workers[i].job == NO_JOB ? -1 : pool->workers[i].results, POLLIN, 0};
    int ready = poll(polls, pool->size, wait ? LONGEST_WAIT : 0);
    *any = ready > 0;
    if (ready < 0 && errno != EINTR) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "poll: %s", g_strerror(errno));
        return FALSE;
    }
    if (ready < 0)
        return TRUE;
    stop_late_workers(pool);
    for (guint i = 0; i < pool->size; i++)
        if (polls[i].revents != 0 && !take_result(pool, &pool->workers[i], error))
            return FALSE;
    return TRUE;
}

static gboolean run(Pool *pool, GError **error)
{
    for (guint i = 0; i < pool->size; i++)
        if (!start_worker(pool, &pool->workers[i], error))
            return FALSE;
    gboolean has_own = TRUE;
    while (pool->done < pool->jobs->count) {
        GError *problem = NULL;
        gboolean any;
        give_jobs(pool);
        if (!pool->jobs->go_on(pool->jobs->data, error))
            return FALSE;
        if (!take_results(pool, !has_own, &any, error))
            return FALSE;
        if (has_own && !any)
            has_own = pool->jobs->idle(pool->jobs->data, &problem);
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean pool_run(const PoolJobs *jobs, guint workers, GError **error)
{
    Pool pool = {.jobs = jobs, .size = MAX(1, MIN(workers, jobs->count))};
    pool.workers = g_new0(Worker, pool.size);
    pool.given = g_new0(guint8, jobs->count + 1);
    pool.tries = g_new0(guint8, jobs->count + 1);
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    gboolean ok = run(&pool, error);
    for (guint i = 0; i < pool.size; i++)
        if (pool.workers[i].process != 0) {
            if (!ok)
                kill(pool.workers[i].process, SIGKILL); /* nobody wants its result */
            stop_worker(&pool.workers[i]);
        }
    signal(SIGPIPE, before);
    g_free(pool.workers);
    g_free(pool.given);
    g_free(pool.tries);
    return ok;
}
