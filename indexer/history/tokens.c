/* tokens.c: see tokens.h. */
#include "history/tokens.h"

#include "history/lexer.h"

#include <string.h>

/* Goes through an extent's tokens, opcodes within a function left out. */
typedef struct Walk {
    const Image *image;
    const char *at, *end;
    guint next; /* the extent behind which an opcode may come */
    gboolean skips;
} Walk;

static gboolean is_opcode_of(const Extent *inner, const Extent *extent)
{
    return inner->kind == EXTENT_OPCODE && inner->start >= extent->start && inner->end <= extent->end;
}

gboolean tokens_has_opcodes(const Image *image, const Extent *extent)
{
    for (guint i = 0; extent->kind == EXTENT_FUNCTION && i < image->extents->len; i++)
        if (is_opcode_of(&g_array_index(image->extents, Extent, i), extent))
            return TRUE;
    return FALSE;
}

static Walk walk_new(const Image *image, const Extent *extent)
{
    return (Walk){.image = image,
                  .at = image->text + extent->start,
                  .end = image->text + extent->end,
                  .skips = extent->kind == EXTENT_FUNCTION && tokens_has_opcodes(image, extent)};
}

static const char *behind_opcodes(Walk *walk, const char *at)
{
    for (; walk->skips && walk->next < walk->image->extents->len; walk->next++) {
        const Extent *extent = &g_array_index(walk->image->extents, Extent, walk->next);
        if (extent->kind != EXTENT_OPCODE || walk->image->text + extent->end <= at)
            continue;
        if (walk->image->text + extent->start > at)
            break;
        at = walk->image->text + extent->end;
    }
    return at;
}

static const char *walk_next(Walk *walk, gsize *length)
{
    const char *token;
    for (;;) {
        token = lexer_token(walk->at, walk->end, length);
        if (token == NULL)
            return NULL;
        walk->at = behind_opcodes(walk, token);
        if (walk->at == token)
            break;
    }
    walk->at = token + *length;
    return token;
}

gboolean tokens_are_equal(const Image *before, const Extent *a, const Image *after, const Extent *b)
{
    Walk left = walk_new(before, a), right = walk_new(after, b);
    for (;;) {
        gsize left_length, right_length;
        const char *l = walk_next(&left, &left_length), *r = walk_next(&right, &right_length);
        if (l == NULL || r == NULL)
            return l == r;
        if (left_length != right_length || memcmp(l, r, left_length) != 0)
            return FALSE;
    }
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

guint64 tokens_sum(const Image *image, const Extent *extent, GArray **bag)
{
    Walk walk = walk_new(image, extent);
    const char *name = image->text + extent->name, *token;
    gsize length;
    guint64 sum = 14695981039346656037u; /* FNV-1a */
    gboolean is_counted = extent->kind != EXTENT_FUNCTION;
    walk.skips = FALSE;
    *bag = g_array_new(FALSE, FALSE, sizeof(guint32));
    while ((token = walk_next(&walk, &length)) != NULL) {
        guint32 one = 2166136261u;
        is_counted |= *token == '{';
        if (!is_counted)
            continue;
        gboolean is_own = length == extent->name_length && memcmp(token, name, length) == 0;
        for (gsize i = 0; !is_own && i < length; i++)
            one = (one ^ (guchar)token[i]) * 16777619u;
        sum = (sum ^ one) * 1099511628211u;
        g_array_append_val(*bag, one);
    }
    g_array_sort(*bag, by_number);
    return sum;
}

guint tokens_likeness(const GArray *a, const GArray *b)
{
    guint common = 0;
    for (guint i = 0, k = 0; i < a->len && k < b->len;) {
        guint32 left = g_array_index(a, guint32, i), right = g_array_index(b, guint32, k);
        common += left == right;
        i += left <= right;
        k += right <= left;
    }
    guint all = a->len + b->len - common;
    return all == 0 ? 100 : common * 100 / all;
}
