/* pool.h: worker processes that turn job numbers into buffers.
 *
 * Processes, not threads: a compiler that crashes on a file takes its process along, and nothing else. */
#ifndef CPYREAD_POOL_H
#define CPYREAD_POOL_H

#include <glib.h>

typedef struct PoolJobs {
    guint count;
    /* In a worker: does a job, and returns the buffer or NULL with `error`. */
    GBytes *(*work)(guint job, gpointer data, GError **error);
    /* In the parent: whether a job may begin, and what it gave (in the order in which jobs end). `buffer` is
     * NULL where the job failed or its worker died, and `problem` says how. FALSE with `error` stops the
     * pool. */
    gboolean (*ready)(guint job, gpointer data);
    gboolean (*done)(guint job, GBytes *buffer, const char *problem, gpointer data, GError **error);
    /* In the parent, when no worker has anything to say: does a piece of its own work; FALSE if there is none. */
    gboolean (*idle)(gpointer data, GError **error);
    /* In the parent, twice a second and oftener: FALSE with `error` stops the pool (a signal came). */
    gboolean (*go_on)(gpointer data, GError **error);
    gpointer data;
} PoolJobs;

/* Does all jobs in `workers` processes, earlier numbers first. FALSE with `error` if a process cannot be made
 * or `done` gave up. */
gboolean pool_run(const PoolJobs *jobs, guint workers, GError **error);

#endif
