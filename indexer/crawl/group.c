/* group.c: which units begin alike. See group.h.
 *
 * A prologue is read from the text: comments apart, only #define and #undef may stand before the #include. Anything
 * else (#if, another header first) means that the unit shares nothing, which is slower and never wrong. */
#include "crawl/group.h"

#include <string.h>

enum { LONGEST_PROLOGUE = 64 * 1024 };

/* Takes comments out of `text`, in place: they become blanks, line breaks stay. */
static void blank_comments(char *text)
{
    for (char *p = text; *p != '\0'; p++) {
        if (p[0] == '/' && p[1] == '*') {
            char *close = strstr(p + 2, "*/");
            char *end = close == NULL ? p + strlen(p) : close + 2;
            for (; p < end; p++)
                if (*p != '\n')
                    *p = ' ';
            p--;
        } else if (p[0] == '/' && p[1] == '/') {
            while (*p != '\0' && *p != '\n')
                *p++ = ' ';
            p--;
        } else if (*p == '"') {
            for (p++; *p != '\0' && *p != '"' && *p != '\n'; p++)
                ;
            if (*p != '"')
                p--;
        }
    }
}

/* The prologue of a source file, ending with its #include of `header`; NULL if it begins otherwise. */
static char *read_prologue(const char *path, const char *header)
{
    g_autofree char *text = NULL;
    gsize size;
    if (!g_file_get_contents(path, &text, &size, NULL))
        return NULL;
    text[MIN(size, LONGEST_PROLOGUE)] = '\0';
    blank_comments(text);
    g_autofree char *include = g_strdup_printf("#include \"%s\"", header);
    g_autoptr(GString) prologue = g_string_new(NULL);
    gboolean found = FALSE;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL && !found; line++) {
        g_strstrip(*line);
        found = g_str_has_prefix(*line, include);
        gboolean allowed = found || **line == '\0' || g_str_has_prefix(*line, "#define ") || g_str_has_prefix(*line, "#undef ");
        if (!allowed || (!found && g_str_has_suffix(*line, "\\")))
            return NULL;
        if (!found && **line != '\0')
            g_string_append_printf(prologue, "%s\n", *line);
    }
    if (!found)
        return NULL;
    g_string_append_printf(prologue, "%s\n", include);
    return g_strdup(prologue->str);
}

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->prologue);
    g_ptr_array_unref(group->units);
    g_free(group);
}

GPtrArray *group_units(const Plan *plan, const char *header, guint least)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(plan->units, i);
        g_autofree char *path = g_build_filename(plan->root, unit->path, NULL);
        g_autofree char *prologue = read_prologue(path, header);
        g_autofree char *arguments = g_strjoinv(" ", unit->arguments);
        g_autofree char *key = prologue == NULL ? g_strdup_printf("unit %u", i) : g_strconcat(arguments, "\n", prologue, NULL);
        Group *group = g_hash_table_lookup(by_key, key);
        if (group == NULL) {
            group = g_new0(Group, 1);
            group->prologue = g_steal_pointer(&prologue);
            group->units = g_ptr_array_new();
            g_ptr_array_add(groups, group);
            g_hash_table_insert(by_key, g_steal_pointer(&key), group);
        }
        g_ptr_array_add(group->units, (gpointer)unit);
    }
    for (guint i = 0; i < groups->len; i++) {
        Group *group = g_ptr_array_index(groups, i);
        if (group->units->len < least)
            g_clear_pointer(&group->prologue, g_free);
    }
    return groups;
}
