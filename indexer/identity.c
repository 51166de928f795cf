/* identity.c: see identity.h. */
#include "identity.h"

#include "store/contents.h"
#include "store/database.h"

#include <string.h>

char *identity_commit(const char *root)
{
    g_autofree char *git = g_build_filename(root, ".git", NULL);
    if (!g_file_test(git, G_FILE_TEST_EXISTS))
        return NULL;
    const char *const arguments[] = {
        "git", "-c", "core.fsmonitor=false", "-C", root, "rev-parse", "--verify", "HEAD", NULL};
    g_autofree char *output = NULL;
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                      NULL, &output, NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL))
        return NULL;
    return g_strdup(g_strstrip(output));
}

static void add_text(GChecksum *sum, const char *text)
{
    g_checksum_update(sum, (const guchar *)text, strlen(text) + 1);
}

char *identity_plan(const Plan *plan, const char *compiler)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, (const guchar *)compiler, -1);
    for (guint i = 0; i < plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(plan->units, i);
        g_autofree char *arguments = g_strjoinv("\n", unit->arguments);
        add_text(sum, unit->path);
        add_text(sum, unit->part_of);
        add_text(sum, arguments);
    }
    for (guint i = 0; i < plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(plan->unsaved, i);
        add_text(sum, unsaved->path);
        add_text(sum, unsaved->text);
    }
    return g_strdup(g_checksum_get_string(sum));
}

char *identity_maker(const char *compiler)
{
    g_autofree char *program = contents_hash_file("/proc/self/exe");
    return g_strdup_printf("%s libclang %s schema %d", program, compiler, DATABASE_SCHEMA);
}
