/* story.h: a curated story (notes/stories): commits with what they gained, each told under an issue, and longer texts of
 * these issues. Read from the files where there are any, since these are what people edit; else from the index, which
 * has the commits alone. */
#ifndef CPYREAD_STORY_H
#define CPYREAD_STORY_H

#include "query/index.h"

typedef struct Story {
    char *name;          /* "3.7-speedups" */
    Table *commits;      /* the columns of store/stories.h, in the order of the file */
    GKeyFile *texts;     /* NAME.story; empty if there is none */
    GPtrArray *problems; /* of char *: lines that were left out, and why */
} Story;

/* NULL without `error`: there is no such story. */
Story *story_open(Index *index, const char *name, GError **error);
void story_free(Story *story);

/* The names of all stories, sorted. NULL with `error`. */
GStrv story_names(Index *index, GError **error);

/* What the story says under an issue ("story": of itself) by that key, in the language ("ko", "en"), else in English. NULL:
 * nothing. The caller frees it. */
char *story_text(const Story *story, const char *under, const char *key, const char *lang);

/* The same as a list, which ; divides. NULL-terminated, never NULL; the caller frees it. */
GStrv story_list(const Story *story, const char *under, const char *key);

/* A commit's title; of a group with a title of its own, or of the first of several commits, story_title(). */
const char *story_commit_title(const Story *story, guint row, const char *lang);
char *story_title(const Story *story, const char *under, const char *lang);

/* Under which issues `what` is told, each once, in the order of the story: an issue's number ("26110", "bpo-26110"), the
 * first digits of a commit, or words of titles or of the functions to look at first. The caller frees it. */
GPtrArray *story_find(const Story *story, const char *what);

/* Those of the issues and words of the story that are nearest to `what`. The caller frees them. */
GStrv story_nearest(const Story *story, const char *what, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Story, story_free)

#endif
