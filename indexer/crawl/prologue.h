/* prologue.h: what a unit says ahead of the first header that it has in common with others. */
#ifndef CPYREAD_PROLOGUE_H
#define CPYREAD_PROLOGUE_H

#include "crawl/headers.h"

typedef struct Prologue {
    char *
        text; /* C that brings a compiler into the state in which the unit goes on; NULL: the unit has none */
    char *folder;    /* where it has to lie, relative to the root; "" is the root */
    gboolean is_own; /* its header is the unit's neighbour, and may listen to any macro */
    GHashTable
        *later; /* set: the paths of headers that the unit includes afterwards in any case; NULL: not known */
} Prologue;

/* The header that most units name first; the caller frees. NULL if there is none. */
char *prologue_common_header(const Headers *headers);

/* The prologue of a unit, up to `common` if it gets there. */
Prologue prologue_read(const Headers *headers, const Unit *unit, const char *common);
void prologue_clear(Prologue *prologue);

#endif
