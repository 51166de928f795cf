/* present.h: how files are now, to tell whether what was once read from them still holds. */
#ifndef CPYREAD_PRESENT_H
#define CPYREAD_PRESENT_H

#include "store/facts.h"
#include "store/plan.h"

/* A file of the tree, read at most once. */
typedef struct PresentFile {
    char *hash; /* git's name for the contents; NULL: it cannot be read */
    guint64 sum; /* of the contents, where there is a hash */
    guint lines;
    gboolean generated, made_up;
} PresentFile;

typedef struct Present Present;

/* `generated` says whether a program wrote a file. The plan must outlive the result. */
Present *present_new(const Plan *plan, gboolean (*generated)(const char *path, const char *text, gsize size));
void present_free(Present *present);

/* What a file of the tree was when it was indexed; to be called before any other question. A file whose sum is the same need
 * not be hashed. */
void present_was(Present *present, const char *path, const char *hash, guint64 sum);

/* Whether all these files are as they were. */
gboolean present_is_as_it_was(Present *present);

/* A file of the tree, or one that the plan makes up. The result belongs to `present`. */
const PresentFile *present_file(Present *present, const char *path);

/* The paths of all files of the tree and of the plan, which decide what an #include finds; in order. */
GPtrArray *present_paths(Present *present);

/* Before asking whether sources agree: the paths there were when they were read (NULL: those there are now), and the
 * files outside that were. */
void present_compare(Present *present, GPtrArray *paths_before);
void present_add_folder(Present *present, const char *outside_path);

/* Whether a source would be read again as it was. */
gboolean present_agrees(Present *present, FactSourceKind kind, const char *path, const char *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Present, present_free)

#endif
