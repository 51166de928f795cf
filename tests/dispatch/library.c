/* Functions handed to a library, which calls them: an edge at the place of that call (qsort in
 * Modules/posixmodule.c, pthread_create in Python/thread_pthread.h). */
#include "Python.h"

#include <pthread.h>

typedef struct { void *(*run)(void *); } Job;

static int compare_ints(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int compare_down(const void *a, const void *b) { return *(const int *)b - *(const int *)a; }
static void *run_job(void *arg) { return arg; }
static void at_end(void) {}

void
use_sort(int *all, size_t count, int down)
{
    int (*compare)(const void *, const void *) = down ? compare_down : compare_ints;
    qsort(all, count, sizeof(int), compare); /* call: qsort direct;
                                                      compare_ints pointer library.c:compare;
                                                      compare_down pointer; only */
}

int
use_library(int *all, size_t count, pthread_t *thread, Job *job)
{
    job->run = run_job;
    qsort(all, count, sizeof(int), compare_ints);       /* call: qsort direct;
                                                                 compare_ints pointer qsort(4); only */
    atexit(at_end);                                     /* call: atexit direct; at_end pointer atexit(1);
                                                                 only */
    return pthread_create(thread, NULL, job->run, all); /* call: pthread_create direct;
                                                                 run_job slot Job.run; only */
}

void
use_sort_twice(int *all, size_t count)
{
    qsort(all, count, sizeof(int), compare_ints);   /* call: compare_ints pointer qsort(4); qsort direct;
                                                             only */
    qsort(all, count, sizeof(int), compare_down);   /* call: compare_down pointer qsort(4); qsort direct;
                                                             only */
}
