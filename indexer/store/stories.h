/* stories.h: the curated stories as files, for both programs: where they lie, and what their tables say.
 *
 * A story is notes/stories/NAME.tsv, a line for each commit below a line of column names, and NAME.story, the longer texts,
 * which are the viewer's alone. That folder's README describes both. */
#ifndef CPYREAD_STORIES_H
#define CPYREAD_STORIES_H

#include <glib.h>

/* In this order in a row. */
typedef enum {
    STORY_ISSUE,
    STORY_ALSO,
    STORY_HASH,
    STORY_DATE,
    STORY_AREA,
    STORY_KIND,
    STORY_UNDER,
    STORY_CLAIM,
    STORY_CLAIM_KO,
    STORY_CLAIM_SOURCE,
    STORY_FACTOR,
    STORY_GRADE,
    STORY_TITLE,
    STORY_TITLE_KO,
    STORY_COLUMNS
} StoryColumn;

extern const char *const story_columns[STORY_COLUMNS + 1]; /* their names; NULL last */

/* The folder with the stories: $CPYREAD_NOTES/stories; else notes/stories in the current folder or one above it; else that
 * of the repository in which the program was built; else share/cpyread/stories where it was installed. NULL: there is
 * none. The caller frees it. */
char *stories_folder(void);

/* The names of the stories in `folder` (NULL: none), sorted. The caller frees them. */
GStrv stories_list(const char *folder);

/* The commits of a story: rows of STORY_COLUMNS texts, NULL where a cell is empty or its column is missing. Lines that are
 * no commit are left out; what is wrong with them is added to `problems` ("3.7.tsv:12: …", one each). NULL with `error` if
 * the file cannot be read. */
GPtrArray *story_read(const char *folder, const char *name, GPtrArray *problems, GError **error);

#endif
