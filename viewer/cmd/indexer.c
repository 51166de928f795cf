/* indexer.c: where the other program is; see indexer.h. */
#include "cmd/indexer.h"

#include <glib.h>

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
