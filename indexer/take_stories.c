/* take_stories.c: see take_stories.h.
 *
 *   notes/stories/NAME.tsv ──a line a commit──> story_commit ──> the view stories
 *
 * The index is no tree's alone any more with them; but they are small, and a question such as "which functions did this story
 * touch" needs both. What the viewer tells of a story it reads from the files: these are never older than the index. */
#include "take_stories.h"

#include "store/contents.h"
#include "store/stories.h"

#include <stdio.h>

char *stories_sum(void)
{
    g_autofree char *folder = stories_folder();
    g_auto(GStrv) names = stories_list(folder);
    g_autoptr(GString) sums = g_string_new(NULL);
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *file = g_strconcat(names[i], ".tsv", NULL), *path = g_build_filename(folder, file, NULL);
        g_autofree char *sum = contents_hash_file(path);
        g_string_append_printf(sums, "%s %s\n", names[i], sum != NULL ? sum : "-");
    }
    return sums->len > 0 ? contents_hash(sums->str, sums->len) : NULL;
}

static gboolean add_story(Statement *insert, const char *folder, const char *name, GError **error)
{
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) problem = NULL;
    g_autoptr(GPtrArray) rows = story_read(folder, name, problems, &problem);
    gboolean ok = TRUE;
    if (problem != NULL)
        fprintf(stderr, "cpyread: %s\n", problem->message);
    for (guint i = 0; i < problems->len; i++)
        fprintf(stderr, "cpyread: %s\n", (char *)problems->pdata[i]);
    for (guint i = 0; rows != NULL && i < rows->len && ok; i++) {
        char **row = rows->pdata[i];
        statement_put_text(insert, 1, name);
        statement_put_int(insert, 2, i + 1);
        for (guint column = 0; column < STORY_COLUMNS; column++)
            if (row[column] != NULL)
                statement_put_text(insert, (int)column + 3, row[column]);
            else
                statement_put_null(insert, (int)column + 3);
        ok = statement_write(insert, error);
    }
    return ok;
}

gboolean stories_take_in(Database *database, GError **error)
{
    g_autofree char *folder = stories_folder();
    g_auto(GStrv) names = stories_list(folder);
    if (!database_run(database, "BEGIN; DELETE FROM story_commit", error))
        return FALSE;
    g_autoptr(Statement) insert = database_prepare_file(database, "indexer/store/story_add.sql", error);
    gboolean ok = insert != NULL;
    for (guint i = 0; names[i] != NULL && ok; i++)
        ok = add_story(insert, folder, names[i], error);
    return ok && database_run(database, "COMMIT", error);
}
