/* git.h: runs git, by argument vector, such that nothing in a repository or its configuration runs anything or changes
 * what is read. */
#ifndef CPYREAD_HISTORY_GIT_H
#define CPYREAD_HISTORY_GIT_H

#include <glib.h>
#include <stdio.h>

#define GIT_ERROR (g_quark_from_static_string("cpyread-git"))
typedef enum {
    GIT_ERROR_FAILED,  /* git said no; the message is its own */
    GIT_ERROR_FOREIGN, /* the repository is someone else's */
    GIT_ERROR_ABSENT,  /* there is no git, or no repository */
    GIT_ERROR_OBJECT,  /* an object is missing */
} GitError;

/* What `git -C root WORDS…` prints; `words` ends with NULL, `length` may be NULL. NULL with `error`. The caller frees. */
char *git_run(const char *root, const char *const *words, gsize *length, GError **error);

/* The same, its last line break gone: for what is one line. */
char *git_line(const char *root, const char *const *words, GError **error);

/* A git whose output is read while it runs; `input` is what it reads, or NULL. */
typedef struct Git Git;
Git *git_start(const char *root, const char *const *words, const char *input, GError **error);
FILE *git_output(Git *git);
void git_stop(Git *git); /* whether or not it has ended */

/* Whether `root` is the top of a checkout with a repository of its own, not a folder within another project's. */
gboolean git_is_there(const char *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Git, git_stop)

#endif
