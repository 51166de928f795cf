/* nearest.c: nearest names by edit distance, case and prefix. See nearest.h.
 *
 * 60,000 names are offered for one typing error, so nearly all must be turned away without computing a
 * distance: by their length, then by the set of letters they use (each edit changes at most one letter on
 * either side). The few that are left get a row-by-row distance that gives up as soon as a whole row is
 * beyond the limit. */
#include "query/nearest.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 255 /* bytes; longer names are nobody's typing error */
#define EDIT    30  /* what an edit adds to a score: more than the best prefix takes off */

typedef struct Candidate {
    char *name;
    guint score; /* 0 is best */
} Candidate;

struct NearestNames {
    const char *wanted;
    gsize length;
    guint32 letters;
    guint limit, reach; /* names to keep; distance that still counts as near */
    GArray *kept;       /* of Candidate, best first */
};

/* One bit for each letter that occurs; digits and the rest share a few. */
static guint32 letters_of(const char *name)
{
    guint32 letters = 0;
    for (; *name != '\0'; name++)
        letters |= 1u << (*name & 31); /* the same bit for 'a' and 'A' */
    return letters;
}

static void candidate_clear(gpointer candidate)
{
    g_free(((Candidate *)candidate)->name);
}

NearestNames *nearest_new(const char *wanted, guint limit)
{
    NearestNames *near = g_new0(NearestNames, 1);
    near->wanted = wanted;
    near->length = strlen(wanted);
    near->letters = letters_of(wanted);
    near->limit = limit;
    near->reach = near->length > 0 ? (guint)CLAMP(near->length / 4 + 1, 1, 4) : 0;
    near->kept = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(near->kept, candidate_clear);
    return near;
}

guint nearest_distance(const char *a, const char *b, guint limit)
{
    gsize width = strlen(b);
    guint rows[3][LONGEST + 1], *before = rows[0], *last = rows[1], *row = rows[2];
    if (width > LONGEST)
        return limit + 1;
    for (guint j = 0; j <= width; j++)
        last[j] = j;
    for (guint i = 1; a[i - 1] != '\0'; i++) {
        guint least = row[0] = i;
        for (guint j = 1; j <= width; j++) {
            char x = g_ascii_tolower(a[i - 1]), y = g_ascii_tolower(b[j - 1]);
            row[j] = MIN(MIN(last[j], row[j - 1]) + 1, last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == g_ascii_tolower(b[j - 2]) && y == g_ascii_tolower(a[i - 2]))
                row[j] = MIN(row[j], before[j - 2] + 1); /* two letters changed places */
            least = MIN(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
        guint *free_row = before;
        before = last, last = row, row = free_row;
    }
    return last[width];
}

/* The set of letters tells a lower bound of the distance: an edit takes one letter away or brings one in, or
 * both. */
static gboolean is_hopeless(const NearestNames *near, const char *name, gsize length)
{
    if (length + near->reach < near->length || length > near->length + near->reach || length > LONGEST)
        return TRUE;
    guint32 letters = letters_of(name);
    return (guint)__builtin_popcount(letters & ~near->letters) > near->reach ||
           (guint)__builtin_popcount(near->letters & ~letters) > near->reach;
}

static guint common_prefix(const char *a, const char *b)
{
    guint n = 0;
    while (a[n] != '\0' && g_ascii_tolower(a[n]) == g_ascii_tolower(b[n]))
        n++;
    return n;
}

/* G_MAXUINT: not near. Edits weigh most, then what is missing after a prefix, then a different case. */
static guint score_of(const NearestNames *near, const char *name)
{
    gsize length = strlen(name);
    guint prefix = common_prefix(near->wanted, name);
    if (prefix == near->length &&
        near->length >= 3) /* the beginning of a name: behind one edit, before two */
        return 40 + MIN((guint)(length - near->length), 200) + (strncmp(name, near->wanted, prefix) != 0);
    if (is_hopeless(near, name, length))
        return G_MAXUINT;
    guint distance = nearest_distance(near->wanted, name, near->reach);
    if (distance > near->reach || distance >= near->length) /* every letter another one */
        return G_MAXUINT;
    return EDIT * distance + 11 - MIN(prefix, 10) - (strncmp(name, near->wanted, prefix) == 0);
}

/* Whether `a` stands before `b` in the answer; equal scores go by the alphabet, so that the order is always
 * the same. */
static gboolean is_before(const Candidate *a, const Candidate *b)
{
    return a->score < b->score || (a->score == b->score && strcmp(a->name, b->name) < 0);
}

void nearest_offer(NearestNames *near, const char *name)
{
    Candidate offer = {.name = (char *)name, .score = score_of(near, name)};
    guint place = 0;
    if (offer.score == G_MAXUINT)
        return;
    while (place < near->kept->len && is_before(&g_array_index(near->kept, Candidate, place), &offer))
        place++;
    if (place == near->limit)
        return;
    if (place < near->kept->len && strcmp(g_array_index(near->kept, Candidate, place).name, name) == 0)
        return;
    offer.name = g_strdup(name);
    g_array_insert_val(near->kept, place, offer);
    if (near->kept->len > near->limit)
        g_array_set_size(near->kept, near->limit);
    if (near->kept->len ==
        near->limit) /* who is farther than the worst of these need not be measured any more */
        near->reach = MIN(near->reach, g_array_index(near->kept, Candidate, near->limit - 1).score / EDIT);
}

GStrv nearest_finish(NearestNames *near)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < near->kept->len; i++)
        g_ptr_array_add(names, g_steal_pointer(&g_array_index(near->kept, Candidate, i).name));
    g_ptr_array_add(names, NULL);
    g_array_unref(near->kept);
    g_free(near);
    return (GStrv)g_ptr_array_free(names, FALSE);
}
