/* type_slots.c: see type_slots.h.
 *
 *     #define Py_tp_dealloc 52        Include/typeslots.h */
#include "link/type_slots.h"

#include <stdio.h>

GHashTable *type_slots_read(const char *root)
{
    GHashTable *names = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autofree char *path = g_build_filename(root, "Include", "typeslots.h", NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return names;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char name[64];
        guint number;
        if (sscanf(lines[i], "#define Py_%63s %u", name, &number) == 2)
            g_hash_table_insert(names, GUINT_TO_POINTER(number), g_strdup(name));
    }
    return names;
}
