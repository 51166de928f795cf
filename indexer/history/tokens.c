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

guint64 tokens_sum(const Image *image, const Extent *extent, guint *count)
{
    Walk walk = walk_new(image, extent);
    const char *name = image->text + extent->name, *token;
    gsize length;
    guint64 sum = 14695981039346656037u; /* FNV-1a */
    gboolean is_counted = extent->kind != EXTENT_FUNCTION;
    walk.skips = FALSE;
    for (*count = 0; (token = walk_next(&walk, &length)) != NULL;) {
        is_counted |= *token == '{';
        gboolean is_own = length == extent->name_length && memcmp(token, name, length) == 0;
        for (gsize i = 0; is_counted && !is_own && i < length; i++)
            sum = (sum ^ (guchar)token[i]) * 1099511628211u;
        if (is_counted)
            sum = (sum ^ 1) * 1099511628211u;
        *count += is_counted;
    }
    return sum;
}
