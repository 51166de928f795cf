/* flag_tests.h: which METH_ flags are tested on the way to a line of a function, read off its text.
 *
 *     switch (flags) { case METH_NOARGS: …                    the flags are these, or those of another label that leads there
 *     if (flags & METH_KEYWORDS) { … } else { … }             one is set, or it is not
 *     if (!(flags & METH_VARARGS)) { return …; } …            from here on it is set
 *     DEOPT_IF(meth->ml_flags != METH_O, CALL); …             from here on they are these */
#ifndef CPYREAD_LINK_FLAG_TESTS_H
#define CPYREAD_LINK_FLAG_TESTS_H

#include <glib.h>

typedef struct FlagTests FlagTests;

/* What is known of the flags. */
typedef struct Flags {
    GArray *all_of; /* of guint: they are one of these; NULL: that is not known */
    guint set, clear;
} Flags;

FlagTests *flag_tests_new(const char *root); /* that of the tree */
void flag_tests_free(FlagTests *tests);

/* The bits that say how a function is called; the others only say how a method is looked up (METH_CLASS …). */
guint flag_tests_how(const FlagTests *tests);

/* What is known at `line`, in a function that begins at `first_line`. */
Flags flag_tests_at(FlagTests *tests, const char *path, guint first_line, guint line);

/* Nothing is known. */
gboolean flags_none(const Flags *flags);
gboolean flags_hold(const Flags *flags, guint value);

/* What holds if the one is known and the other: and if one of them is, it is not known which. */
void flags_take_both(Flags *flags, const Flags *other);
void flags_take_either(Flags *flags, const Flags *other);
void flags_clear(Flags *flags);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FlagTests, flag_tests_free)

#endif
