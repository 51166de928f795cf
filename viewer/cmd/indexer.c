/* indexer.c: see indexer.h. */
#include "cmd/indexer.h"

#include <errno.h>
#include <unistd.h>

char *indexer_find(void)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    if (self != NULL) {
        g_autofree char *folder = g_path_get_dirname(self);
        g_autofree char *beside = g_build_filename(folder, "cpyread-index", NULL);
        if (g_file_test(beside, G_FILE_TEST_IS_EXECUTABLE))
            return g_steal_pointer(&beside);
    }
    return g_find_program_in_path("cpyread-index");
}

Answer *indexer_become(const char *const *words)
{
    g_autoptr(Answer) answer = answer_new();
    g_autofree char *indexer = indexer_find();
    answer->status = ANSWER_FAILED;
    if (indexer == NULL) {
        answer_warn(answer, "the indexer, cpyread-index, was not built: it needs libclang-dev and llvm "
                            "(" INDEXER_MENDING ")");
        return g_steal_pointer(&answer);
    }
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_ptr_array_add(all, (char *)"cpyread-index");
    for (; *words != NULL; words++)
        g_ptr_array_add(all, (char *)*words);
    g_ptr_array_add(all, NULL);
    execv(indexer, (char **)all->pdata);
    answer_warn(answer, "%s: %s", indexer, g_strerror(errno));
    return g_steal_pointer(&answer);
}
