/* span.c: see span.h.
 *
 * 3.6 was merged forward into what became 3.7, so `git merge-base` finds a commit long after the two had parted. What is
 * looked for is the newest commit that both chains of first parents share: they are read side by side until one comes to a
 * commit that the other has seen. */
#include "history/span.h"

#include <stdlib.h>
#include <string.h>

void span_free(Span *line)
{
    g_free(line->from);
    g_free(line->tip);
    g_free(line->notice);
    g_free(line);
}

char *span_range(const Span *line)
{
    return line->from == NULL ? g_strdup(line->tip) : g_strdup_printf("%s..%s", line->from, line->tip);
}

/* The full hash of a commit. */
static char *resolve(const char *root, const char *name, GError **error)
{
    g_autofree char *what = g_strconcat(name, "^{commit}", NULL);
    const char *const words[] = {"rev-parse", "--verify", "--quiet", "--end-of-options", what, NULL};
    GError *problem = NULL;
    char *hash = git_line(root, words, &problem);
    if (hash != NULL)
        return hash;
    if (problem->code != GIT_ERROR_FAILED)
        g_propagate_error(error, problem);
    else {
        g_error_free(problem);
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "there is no commit %s in this repository", name);
    }
    return NULL;
}

static gboolean is_shallow(const char *root)
{
    const char *const words[] = {"rev-parse", "--is-shallow-repository", NULL};
    g_autofree char *answer = git_line(root, words, NULL);
    return g_strcmp0(answer, "true") == 0;
}

/* ---- the version's own line ---- */

/* The branch of the version before, as far as this repository knows one: its own, another's, or what was released from
 * it. NULL: none. */
static char *predecessor(const char *root, const char *version)
{
    int major = atoi(version);
    const char *dot = strchr(version, '.');
    int minor = dot == NULL ? 0 : atoi(dot + 1);
    g_autofree char *own = g_strdup_printf("refs/heads/%d.%d", major, minor - 1),
                    *origin = g_strdup_printf("refs/remotes/origin/%d.%d", major, minor - 1),
                    *others = g_strdup_printf("refs/remotes/*/%d.%d", major, minor - 1),
                    *release = g_strdup_printf("refs/tags/v%d.%d.0", major, minor - 1);
    const char *const patterns[] = {own, origin, others, release};
    for (guint i = 0; minor > 0 && i < G_N_ELEMENTS(patterns); i++) {
        const char *const words[] = {"for-each-ref", "--count=1", "--format=%(refname)", patterns[i], NULL};
        g_autofree char *name = git_line(root, words, NULL);
        if (name != NULL && *name != '\0')
            return g_steal_pointer(&name);
    }
    return NULL;
}

typedef struct Chain {
    Git *git;
    GHashTable *seen;
    gboolean has_ended;
} Chain;

static gboolean chain_start(Chain *chain, const char *root, const char *tip, GError **error)
{
    const char *const words[] = {"rev-list", "--first-parent", tip, "--", NULL};
    chain->git = git_start(root, words, NULL, error);
    chain->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return chain->git != NULL;
}

static void chain_end(Chain *chain)
{
    g_clear_pointer(&chain->git, git_stop);
    g_hash_table_unref(chain->seen);
}

/* One commit further; its hash if the other chain knows it, else NULL. */
static const char *chain_step(Chain *chain, const Chain *other)
{
    char line[128];
    if (chain->has_ended || fgets(line, sizeof line, git_output(chain->git)) == NULL) {
        chain->has_ended = TRUE;
        return NULL;
    }
    char *hash = g_strdup(g_strchomp(line));
    g_hash_table_add(chain->seen, hash);
    return g_hash_table_contains(other->seen, hash) ? hash : NULL;
}

/* Where the two part; NULL if they share nothing. */
static char *find_fork(const char *root, const char *tip, const char *other, GError **error)
{
    Chain a = {0}, b = {0};
    const char *found = NULL;
    gboolean ok = chain_start(&a, root, tip, error);
    ok = chain_start(&b, root, other, ok ? error : NULL) && ok;
    while (ok && found == NULL && !(a.has_ended && b.has_ended)) {
        found = chain_step(&a, &b);
        if (found == NULL)
            found = chain_step(&b, &a);
    }
    char *fork = g_strdup(found);
    chain_end(&a);
    chain_end(&b);
    return fork;
}

static gboolean find_own(Span *line, const char *root, const char *version, GError **error)
{
    line->tip = resolve(root, "HEAD", error);
    if (line->tip == NULL)
        return FALSE;
    GError *problem = NULL;
    g_autofree char *before = predecessor(root, version);
    line->from = before == NULL ? NULL : find_fork(root, line->tip, before, &problem);
    if (line->from != NULL && strcmp(line->from, line->tip) != 0)
        return TRUE;
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    const char *mend = line->is_shallow ? "the clone is shallow: git fetch --unshallow" : "name a range: --history FROM..HEAD";
    if (before == NULL)
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED,
                    "the repository has no branch of the version before %.3s that would tell where its line begins; %s", version,
                    mend);
    else
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "%s and HEAD do not part anywhere in this repository; %s", before, mend);
    return FALSE;
}

/* ---- a range that is given ---- */

static gboolean find_given(Span *line, const char *root, const char *range, GError **error)
{
    const char *dots = strstr(range, "..");
    if (dots != NULL && dots[2] == '.') {
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "%s: a range has two dots, FROM..TO", range);
        return FALSE;
    }
    g_autofree char *from = dots == NULL ? g_strdup(range) : g_strndup(range, (gsize)(dots - range));
    const char *to = dots == NULL || dots[2] == '\0' ? "HEAD" : dots + 2;
    line->from = resolve(root, *from == '\0' ? "HEAD" : from, error);
    line->tip = line->from == NULL ? NULL : resolve(root, to, error);
    if (line->tip == NULL && line->is_shallow)
        g_prefix_error(error, "the clone is shallow (git fetch --unshallow): ");
    return line->tip != NULL;
}

Span *span_find(const char *root, const char *version, const char *range, GError **error)
{
    g_autoptr(Span) line = g_new0(Span, 1);
    line->is_shallow = is_shallow(root);
    gboolean ok = range != NULL ? find_given(line, root, range, error) : find_own(line, root, version, error);
    return ok ? g_steal_pointer(&line) : NULL;
}
