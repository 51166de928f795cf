/* claim.h: whether what a note says of a tree is so: a citation's lines, a name. */
#ifndef CPYREAD_CLAIM_H
#define CPYREAD_CLAIM_H

#include "page/cite.h"
#include "query/index.h"

typedef enum {
    CLAIM_HOLDS,
    CLAIM_UNKNOWN, /* it is of a tree that cannot be asked here */
    CLAIM_MOVED,   /* the same text, or the symbol, stands elsewhere: `first` and `last` */
    CLAIM_CHANGED, /* the symbol is there, its text is another: `first` and `last` are the symbol's */
    CLAIM_GONE,    /* no such symbol, file or line */
    CLAIM_WRONG,   /* the name means several things, the path leaves the tree */
} ClaimVerdict;

typedef struct Claim {
    ClaimVerdict verdict;
    char *why;       /* a sentence, without the name in front; NULL where it holds */
    int first, last; /* where it stands now */
} Claim;

/* Looks at a citation in the index's tree; that it was made of another tree is no fault. NULL with `error`. */
Claim *claim_citation(Index *index, const Citation *citation, GError **error);

/* Looks at a name; `why` has the nearest ones where it is gone. NULL with `error`. */
Claim *claim_name(Index *index, const char *name, GError **error);

/* The same of the path of a file. */
Claim *claim_file(Index *index, const char *path, GError **error);
void claim_free(Claim *claim);

/* Whether `tree`, a version ("3.7") or digits of a commit's hash, is the index's. */
gboolean claim_is_of(Index *index, const char *tree);

/* The index of another version, which lies beside this one or in the study folder; NULL: there is none. */
Index *claim_open(Index *index, const char *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Claim, claim_free)

#endif
