/* makefile.h: what a Makefile.pre.in says: variables, rules, and the options in their recipes.
 *
 * As much of make as that file uses: `NAME= words`, lines continued by a backslash, `target: prerequisites`,
 * recipes,
 * $(NAME) and ${NAME}. The @NAME@ that configure would fill in come from a small table. No conditionals, no
 * functions. */
#ifndef CPYREAD_TREE_MAKEFILE_H
#define CPYREAD_TREE_MAKEFILE_H

#include <glib.h>

typedef struct Rule {
    char *target; /* expanded; a line with several targets makes several rules */
    char *needs;  /* prerequisites, as written */
    char *recipe; /* its lines, as written; "" if none */
} Rule;

typedef struct Makefile {
    GHashTable *variables; /* name to text, as written */
    GPtrArray *rules;      /* of Rule, in the order of the file */
} Makefile;

Makefile *makefile_parse(const char *text);
void makefile_free(Makefile *makefile);

/* The words of `text` after expansion; unknown names are empty. The caller owns the result. */
GStrv makefile_words(const Makefile *makefile, const char *text);

/* The NAMEs of all -DNAME in the recipe for `target`, which must be spelled as in the file; NULL-ended, maybe
 * empty. */
GStrv makefile_defines(const Makefile *makefile, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Makefile, makefile_free)

#endif
