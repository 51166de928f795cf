/* item.h: what stands between two ends of statements at file level: tokens, with what brackets hold as one of them. */
#ifndef CPYREAD_HISTORY_ITEM_H
#define CPYREAD_HISTORY_ITEM_H

#include "history/extents.h"

typedef struct Token {
    char kind;         /* 'a' a name, '"' a literal, '(' or '{' with all they hold, else the character itself */
    guint start, end;
} Token;

typedef struct Item {
    const char *text;
    GArray *tokens; /* of Token */
} Item;

/* Whether a { that comes now opens a function's body; its name goes to `extent`. */
gboolean item_is_function(const Item *item, Extent *extent);

/* Whether a ; that comes now does not end it: int f(a) int a; { … } */
gboolean item_is_old_style(const Item *item);

/* Whether it is a macro's use, which needs no ; and so ends with its line: SLOT0(slot_nb_int, "__int__") */
gboolean item_is_use(const Item *item);

/* Whether its last two tokens may be a macro that stands for a body: beep_impl(PyObject *m) NoArgFunctionBody(beep) */
gboolean item_ends_with_use(const Item *item);

/* extern "C", whose { does not count. */
gboolean item_is_linkage(const Item *item);

/* What the item defines, at its ;. FALSE: nothing, or nothing with a name. */
gboolean item_classify(const Item *item, Extent *extent);

#endif
