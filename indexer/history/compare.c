/* compare.c: the extents of two images, paired by name. See compare.h.
 *
 *     before ─┐            ┌─ the same text: nothing
 *             ├─ paired ───┼─ the same tokens: comment
 *     after ──┘            └─ else: changed
 *             └─ alone ────── added, removed; moves.c pairs these across files
 *
 * Only what touches the part that differs is looked at. Lines are counted by a diff; which functions changed does not
 * depend on it. */
#include "history/compare.h"

#include "history/differ.h"
#include "history/lexer.h"
#include "history/tokens.h"

#include <string.h>

enum { MOST_HUNK_LINES = 60 };

typedef struct Half {
    Image *image;
    gsize from, to;      /* bytes: the part that differs */
    GArray *touched;     /* of const Extent *: those in that part */
    guint8 *paired;      /* of each of these */
} Half;

typedef struct Compare {
    FileChange *file;
    Half before, after;
    GArray *hunks;
} Compare;

static const char NO_TEXT[] = "";

static Side side_of(Image *image)
{
    return image == NULL ? (Side){NO_TEXT, 0} : (Side){image->text, image->size};
}

static void half_init(Half *half, Image *image, gsize prefix, gsize suffix)
{
    half->image = image;
    half->from = prefix;
    half->to = image == NULL ? 0 : image->size - suffix;
    half->touched = g_array_new(FALSE, FALSE, sizeof(Extent *));
    for (guint i = 0; image != NULL && i < image->extents->len; i++) {
        const Extent *extent = &g_array_index(image->extents, Extent, i);
        if (extent->end >= half->from && extent->outer <= half->to)
            g_array_append_val(half->touched, extent);
    }
    half->paired = g_new0(guint8, half->touched->len + 1);
}

static void half_clear(Half *half)
{
    g_array_unref(half->touched);
    g_free(half->paired);
}

static const Extent *touched(const Half *half, guint i)
{
    return g_array_index(half->touched, const Extent *, i);
}

/* ---- lines ---- */

static guint overlap(guint first, guint count, guint from, guint to)
{
    guint end = MIN(first + count, to + 1), begin = MAX(first, from);
    return end > begin ? end - begin : 0;
}

static guint changed_lines(const Compare *c, guint from, guint to, gboolean is_after)
{
    guint count = 0;
    for (guint i = 0; i < c->hunks->len; i++) {
        const Hunk *hunk = &g_array_index(c->hunks, Hunk, i);
        count += is_after ? overlap(hunk->after, hunk->added, from, to) : overlap(hunk->before, hunk->removed, from, to);
    }
    return count;
}

/* The changed lines of an extent; those of a loop without those of its opcodes. */
static guint count_lines(const Compare *c, Image *image, const Extent *extent, gboolean is_after)
{
    guint from = image_line(image, extent->outer), to = image_line(image, extent->end - 1);
    guint count = changed_lines(c, from, to, is_after), last = 0;
    for (guint i = 0; extent->kind == EXTENT_FUNCTION && i < image->extents->len; i++) {
        const Extent *inner = &g_array_index(image->extents, Extent, i);
        if (inner->kind != EXTENT_OPCODE || inner->start < extent->start || inner->end > extent->end)
            continue;
        guint first = MAX(image_line(image, inner->start), last + 1);
        last = image_line(image, inner->end - 1);
        count -= first <= last ? changed_lines(c, first, last, is_after) : 0;
    }
    return count;
}

/* ---- pairs ---- */

static gboolean same_name(const Compare *c, const Extent *before, const Extent *after)
{
    return before->kind == after->kind && before->name_length == after->name_length &&
           memcmp(c->before.image->text + before->name, c->after.image->text + after->name, after->name_length) == 0;
}

static gboolean same_text(const Compare *c, const Extent *before, const Extent *after)
{
    gsize size = after->end - after->outer;
    return before->end - before->outer == size &&
           memcmp(c->before.image->text + before->outer, c->after.image->text + after->outer, size) == 0;
}

static Change *add_change(Compare *c, const Half *half, const Extent *extent, ChangeKind kind)
{
    Change *change = g_new0(Change, 1);
    change->kind = extent->kind;
    change->change = kind;
    change->name = extent_name(half->image, extent);
    change->line = image_line(half->image, extent->start);
    g_ptr_array_add(c->file->changes, change);
    return change;
}

static void add_pair(Compare *c, const Extent *before, const Extent *after)
{
    gboolean has_opcodes = tokens_has_opcodes(c->before.image, before) || tokens_has_opcodes(c->after.image, after);
    gboolean is_same = tokens_are_equal(c->before.image, before, c->after.image, after);
    guint added = count_lines(c, c->after.image, after, TRUE), removed = count_lines(c, c->before.image, before, FALSE);
    if (is_same && (has_opcodes || added + removed == 0))
        return; /* the opcodes have rows of their own; a comment that stood there became that of this one */
    Change *change = add_change(c, &c->after, after, is_same ? CHANGE_COMMENT : CHANGE_CHANGED);
    change->added = added;
    change->removed = removed;
}

static gboolean pair(Compare *c, guint a, gboolean of_same_text)
{
    const Extent *after = touched(&c->after, a);
    for (guint b = 0; b < c->before.touched->len; b++) {
        const Extent *before = touched(&c->before, b);
        if (c->before.paired[b] || !same_name(c, before, after) || (of_same_text && !same_text(c, before, after)))
            continue;
        c->before.paired[b] = c->after.paired[a] = TRUE;
        if (!of_same_text)
            add_pair(c, before, after);
        return TRUE;
    }
    return FALSE;
}

static void add_alone(Compare *c, const Half *half, guint i, ChangeKind kind)
{
    const Extent *extent = touched(half, i);
    guint lines = count_lines(c, half->image, extent, kind == CHANGE_ADDED);
    Change *change = add_change(c, half, extent, kind);
    *(kind == CHANGE_ADDED ? &change->added : &change->removed) = lines;
    change->body = tokens_sum(half->image, extent, &change->bag);
    change->body_tokens = change->bag->len;
}

static void pair_all(Compare *c)
{
    for (guint a = 0; a < c->after.touched->len; a++)
        pair(c, a, TRUE);
    for (guint a = 0; a < c->after.touched->len; a++)
        if (!c->after.paired[a] && !pair(c, a, FALSE))
            add_alone(c, &c->after, a, CHANGE_ADDED);
    for (guint b = 0; b < c->before.touched->len; b++)
        if (!c->before.paired[b])
            add_alone(c, &c->before, b, CHANGE_REMOVED);
}

/* ---- the hunk to show ---- */

static void append_lines(GString *text, Image *image, guint line, guint count, char mark, guint *room)
{
    const char *p = image == NULL || count == 0 ? NO_TEXT : image_line_text(image, line);
    for (; count > 0 && *room > 0 && *p != '\0'; count--, (*room)--) {
        gsize length = strcspn(p, "\n");
        g_string_append_c(text, mark);
        g_string_append_len(text, p, (gssize)length);
        g_string_append_c(text, '\n');
        p += length + (p[length] == '\n');
    }
}

/* The opcode, else the function, that holds most of the hunk's changed lines. */
static const Extent *hunk_holder(const Half *half, guint first, guint count)
{
    const Extent *found = NULL;
    guint most = 0;
    for (guint i = 0; i < half->touched->len; i++) {
        const Extent *extent = touched(half, i);
        guint from = image_line(half->image, extent->outer), to = image_line(half->image, extent->end - 1);
        guint lines = overlap(first, count, from, to);
        if (lines == 0 || (extent->kind != EXTENT_FUNCTION && extent->kind != EXTENT_OPCODE))
            continue;
        if (found == NULL || extent->kind > found->kind || (extent->kind == found->kind && lines > most)) {
            found = extent;
            most = lines;
        }
    }
    return found;
}

static void choose_hunk(Compare *c)
{
    const Hunk *best = NULL;
    const Extent *best_in = NULL;
    for (guint i = 0; i < c->hunks->len; i++) {
        const Hunk *hunk = &g_array_index(c->hunks, Hunk, i);
        const Extent *in = hunk->added > 0 ? hunk_holder(&c->after, hunk->after, hunk->added)
                                           : hunk_holder(&c->before, hunk->before, hunk->removed);
        gboolean is_better = best == NULL || (in != NULL) > (best_in != NULL) ||
                             ((in != NULL) == (best_in != NULL) &&
                              hunk->added + hunk->removed > best->added + best->removed);
        if (is_better) {
            best = hunk;
            best_in = in;
        }
    }
    if (best == NULL)
        return;
    guint room = MOST_HUNK_LINES;
    GString *text = g_string_new(NULL);
    append_lines(text, c->before.image, best->before, best->removed, '-', &room);
    append_lines(text, c->after.image, best->after, best->added, '+', &room);
    c->file->hunk = g_string_free(text, FALSE);
    c->file->hunk_line = best->added > 0 ? best->after : best->before;
    c->file->hunk_size = best->added + best->removed;
    Image *image = best->added > 0 ? c->after.image : c->before.image;
    c->file->hunk_in = best_in == NULL ? NULL : extent_name(image, best_in);
}

void compare_images(FileChange *file, Image *before, Image *after)
{
    gsize prefix, suffix;
    Side a = side_of(before), b = side_of(after);
    differ_trim(a, b, &prefix, &suffix);
    Compare c = {.file = file, .hunks = differ_hunks(a, b)};
    half_init(&c.before, before, prefix, suffix);
    half_init(&c.after, after, prefix, suffix);
    for (guint i = 0; i < c.hunks->len; i++) {
        file->added += g_array_index(c.hunks, Hunk, i).added;
        file->removed += g_array_index(c.hunks, Hunk, i).removed;
    }
    pair_all(&c);
    if (!file->generated && !file->test)
        choose_hunk(&c);
    half_clear(&c.before);
    half_clear(&c.after);
    g_array_unref(c.hunks);
}
