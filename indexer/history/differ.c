/* differ.c: the shortest way from one list of lines to another, by E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (1986), in linear space. See differ.h.
 *
 * Lines are numbers here, the same for the same text. What only one side has is set aside first: the rest is short. A
 * search that costs too much is cut where it has come farthest: then the way is not the shortest. */
#include "history/differ.h"

#include <string.h>

enum { MAX_COST = 512 };    /* steps from each end before a search is cut */
enum { ROOM_TO_SLIDE = 8 }; /* lines above the first difference that are looked at as well */

typedef struct Lines {
    GArray *starts;  /* of guint32: byte of each line, and of the end */
    Side *texts;     /* of each line */
    guint32 *number; /* of each line's text */
    guint8 *changed; /* of each line: whether the other side lacks it */
    GArray *kept;    /* of guint32: the lines that both sides have */
} Lines;

typedef struct Differ {
    Lines a, b;
    int *forward, *backward; /* the farthest points on each diagonal */
    int origin;              /* of diagonals in these */
} Differ;

/* ---- lines as numbers ---- */

void differ_trim(Side before, Side after, gsize *prefix, gsize *suffix)
{
    gsize most = MIN(before.size, after.size), same = 0;
    while (same + 256 <= most && memcmp(before.text + same, after.text + same, 256) == 0)
        same += 256;
    while (same < most && before.text[same] == after.text[same])
        same++;
    *prefix = same;
    const char *b = before.text + before.size, *a = after.text + after.size;
    gsize rest = most - same;
    for (same = 0; same + 256 <= rest && memcmp(b - same - 256, a - same - 256, 256) == 0;)
        same += 256;
    while (same < rest && b[-1 - (gssize)same] == a[-1 - (gssize)same])
        same++;
    *suffix = same;
}

static guint count_lines(const char *text, gsize size)
{
    guint count = 0;
    for (const char *p = text, *end = text + size; (p = memchr(p, '\n', (gsize)(end - p))) != NULL; p++)
        count++;
    return count;
}

static void split_lines(Lines *lines, const char *text, gsize size)
{
    lines->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 at = 0;
    while (at < size) {
        g_array_append_val(lines->starts, at);
        const char *end = memchr(text + at, '\n', size - at);
        at = end == NULL ? (guint32)size : (guint32)(end + 1 - text);
    }
    guint count = lines->starts->len;
    g_array_append_val(lines->starts, at);
    lines->number = g_new0(guint32, count + 1);
    lines->changed = g_new0(guint8, count + 2);
    lines->kept = g_array_new(FALSE, FALSE, sizeof(guint32));
}

static guint line_count(const Lines *lines)
{
    return lines->starts->len - 1;
}

static guint32 start_of(const Lines *lines, guint line)
{
    return g_array_index(lines->starts, guint32, line);
}

static guint line_hash(gconstpointer key)
{
    const Side *line = key;
    guint64 hash = line->size, word = 0;
    gsize at = 0;
    for (; at + sizeof word <= line->size; at += sizeof word) {
        memcpy(&word, line->text + at, sizeof word);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    for (; at < line->size; at++)
        hash = (hash ^ (guchar)line->text[at]) * 16777619u;
    return (guint)(hash ^ hash >> 32);
}

static gboolean same_line(gconstpointer a, gconstpointer b)
{
    const Side *left = a, *right = b;
    return left->size == right->size && memcmp(left->text, right->text, left->size) == 0;
}

static void number_lines(Lines *lines, const char *text, GHashTable *numbers)
{
    lines->texts = g_new(Side, line_count(lines) + 1);
    for (guint i = 0; i < line_count(lines); i++) {
        Side *line = &lines->texts[i];
        *line = (Side){text + start_of(lines, i), start_of(lines, i + 1) - start_of(lines, i)};
        gpointer known = g_hash_table_lookup(numbers, line);
        if (known == NULL) {
            known = GUINT_TO_POINTER(g_hash_table_size(numbers) + 1);
            g_hash_table_insert(numbers, line, known);
        }
        lines->number[i] = GPOINTER_TO_UINT(known);
    }
}

/* Sets aside the lines of `lines` that `other` has not. */
static void keep_shared(Lines *lines, const Lines *other, guint numbers)
{
    g_autofree guint8 *there = g_new0(guint8, numbers + 1);
    for (guint i = 0; i < line_count(other); i++)
        there[other->number[i]] = 1;
    for (guint32 i = 0; i < line_count(lines); i++)
        if (there[lines->number[i]])
            g_array_append_val(lines->kept, i);
        else
            lines->changed[i] = 1;
}

static void lines_clear(Lines *lines)
{
    g_array_unref(lines->starts);
    g_array_unref(lines->kept);
    g_free(lines->texts);
    g_free(lines->number);
    g_free(lines->changed);
}

/* ---- the search ---- */

static guint32 kept_line(const Lines *lines, int i)
{
    return g_array_index(lines->kept, guint32, i);
}

static gboolean same_at(const Differ *d, int x, int y)
{
    return d->a.number[kept_line(&d->a, x)] == d->b.number[kept_line(&d->b, y)];
}

typedef struct Box {
    int left, right; /* of a's kept lines */
    int top, bottom; /* of b's */
} Box;

typedef struct Point {
    int x, y;
} Point;

/* One search, from a corner of the box: the diagonals that it has come to. */
typedef struct Front {
    int *x; /* the farthest point on each */
    int first, last;
} Front;

static void widen(Front *front, int lowest, int highest, int unknown)
{
    if (front->first > lowest)
        front->x[--front->first - 1] = unknown;
    else
        front->first++;
    if (front->last < highest)
        front->x[++front->last + 1] = unknown;
    else
        front->last--;
}

/* Whether the two have met on diagonal `k`. */
static gboolean has_met(const Front *forward, const Front *backward, int k)
{
    return k >= forward->first && k <= forward->last && k >= backward->first && k <= backward->last &&
           backward->x[k] <= forward->x[k];
}

/* One change more from the top left; TRUE where that meets the other search. */
static gboolean step_forward(const Differ *d, const Box *box, Front *front, const Front *other, gboolean may_meet,
                             Point *meet)
{
    widen(front, box->left - box->bottom, box->right - box->top, -1);
    for (int k = front->last; k >= front->first; k -= 2) {
        int x = front->x[k - 1] < front->x[k + 1] ? front->x[k + 1] : front->x[k - 1] + 1;
        while (x < box->right && x - k < box->bottom && same_at(d, x, x - k))
            x++;
        front->x[k] = x;
        *meet = (Point){x, x - k};
        if (may_meet && has_met(front, other, k))
            return TRUE;
    }
    return FALSE;
}

/* The same from the bottom right. */
static gboolean step_backward(const Differ *d, const Box *box, Front *front, const Front *other, gboolean may_meet,
                              Point *meet)
{
    widen(front, box->left - box->bottom, box->right - box->top, G_MAXINT / 2);
    for (int k = front->last; k >= front->first; k -= 2) {
        int x = front->x[k - 1] < front->x[k + 1] ? front->x[k - 1] : front->x[k + 1] - 1;
        while (x > box->left && x - k > box->top && same_at(d, x - 1, x - k - 1))
            x--;
        front->x[k] = x;
        *meet = (Point){x, x - k};
        if (may_meet && has_met(other, front, k))
            return TRUE;
    }
    return FALSE;
}

/* Where the search from the top left has come farthest. */
static Point farthest(const Front *front, const Box *box)
{
    Point best = {box->left, box->top};
    for (int k = front->last; k >= front->first; k -= 2) {
        int x = MIN(MIN(front->x[k], box->right), box->bottom + k);
        if (x >= box->left && x - k >= box->top && x + x - k > best.x + best.y)
            best = (Point){x, x - k};
    }
    return best;
}

/* A point on a short way through the box. */
static Point find_middle(Differ *d, const Box *box)
{
    int top_left = box->left - box->top, bottom_right = box->right - box->bottom;
    Front forward = {d->forward + d->origin, top_left, top_left};
    Front backward = {d->backward + d->origin, bottom_right, bottom_right};
    gboolean is_odd = (top_left - bottom_right) & 1;
    Point meet;
    forward.x[top_left] = box->left;
    backward.x[bottom_right] = box->right;
    for (int cost = 0; cost < MAX_COST; cost++)
        if (step_forward(d, box, &forward, &backward, is_odd, &meet) ||
            step_backward(d, box, &backward, &forward, !is_odd, &meet))
            return meet;
    return farthest(&forward, box);
}

static void mark(Lines *lines, int from, int to)
{
    for (int i = from; i < to; i++)
        lines->changed[kept_line(lines, i)] = 1;
}

static void compare_box(Differ *d, Box box)
{
    while (box.left < box.right && box.top < box.bottom && same_at(d, box.left, box.top))
        box.left++, box.top++;
    while (box.left < box.right && box.top < box.bottom && same_at(d, box.right - 1, box.bottom - 1))
        box.right--, box.bottom--;
    Point middle = {box.left, box.top};
    if (box.left < box.right && box.top < box.bottom)
        middle = find_middle(d, &box);
    gboolean is_split = (middle.x > box.left || middle.y > box.top) && (middle.x < box.right || middle.y < box.bottom);
    if (!is_split) {
        mark(&d->a, box.left, box.right);
        mark(&d->b, box.top, box.bottom);
        return;
    }
    compare_box(d, (Box){box.left, middle.x, box.top, middle.y});
    compare_box(d, (Box){middle.x, box.right, middle.y, box.bottom});
}

static void search(Differ *d)
{
    int n = (int)d->a.kept->len, m = (int)d->b.kept->len;
    int diagonals = n + m + 5;
    g_autofree int *points = g_new(int, 2 * (gsize)diagonals);
    d->forward = points;
    d->backward = points + diagonals;
    d->origin = m + 2;
    compare_box(d, (Box){0, n, 0, m});
}

/* ---- hunks ---- */

static gboolean is_blank(const Lines *lines, const char *text, guint line)
{
    return strspn(text + start_of(lines, line), " \t\r") + start_of(lines, line) + 1 >= start_of(lines, line + 1);
}

/* Lines that could as well be said to have changed a bit lower or higher: best is what has a blank line before it. */
static void slide(Lines *lines, const char *text, guint first, guint end)
{
    guint lowest = end, best = 0;
    while (lowest < line_count(lines) && !lines->changed[lowest] &&
           lines->number[lowest] == lines->number[lowest - (end - first)])
        lowest++;
    guint highest = end;
    while (highest - (end - first) > 0 && !lines->changed[highest - (end - first) - 1] &&
           lines->number[highest - 1] == lines->number[highest - (end - first) - 1])
        highest--;
    for (guint to = highest; to <= lowest; to++) {
        guint from = to - (end - first);
        if (from > 0 && is_blank(lines, text, from - 1))
            best = to;
    }
    if (best == 0)
        best = lowest;
    memset(lines->changed + first, 0, end - first);
    memset(lines->changed + best - (end - first), 1, end - first);
}

static guint run_end(const Lines *lines, guint first)
{
    while (first < line_count(lines) && lines->changed[first])
        first++;
    return first;
}

static void collect(const Differ *d, guint skipped, GArray *hunks)
{
    const Lines *a = &d->a, *b = &d->b;
    for (guint x = 0, y = 0; x < line_count(a) || y < line_count(b);) {
        guint x_end = run_end(a, x), y_end = run_end(b, y);
        if (x_end == x && y_end == y) {
            x++, y++;
            continue;
        }
        Hunk hunk = {skipped + x + 1, x_end - x, skipped + y + 1, y_end - y};
        g_array_append_val(hunks, hunk);
        x = x_end, y = y_end;
    }
}

/* What is only added, or only removed, may slide. */
static void slide_all(Differ *d, const char *before, const char *after)
{
    g_autoptr(GArray) hunks = g_array_new(FALSE, FALSE, sizeof(Hunk));
    collect(d, 0, hunks);
    for (guint i = 0; i < hunks->len; i++) {
        const Hunk *hunk = &g_array_index(hunks, Hunk, i);
        if (hunk->added == 0)
            slide(&d->a, before, hunk->before - 1, hunk->before - 1 + hunk->removed);
        else if (hunk->removed == 0)
            slide(&d->b, after, hunk->after - 1, hunk->after - 1 + hunk->added);
    }
}

GArray *differ_hunks(Side before, Side after)
{
    gsize prefix, suffix;
    differ_trim(before, after, &prefix, &suffix);
    for (guint lines = 0; prefix > 0 && lines <= ROOM_TO_SLIDE; lines++)
        for (prefix--; prefix > 0 && before.text[prefix - 1] != '\n';)
            prefix--;
    for (gsize end = suffix; end > 0; end--) /* whole lines */
        if (before.text[before.size - end] == '\n') {
            suffix = end - 1;
            break;
        } else if (end == 1)
            suffix = 0;
    Differ d = {0};
    const char *a = before.text + prefix, *b = after.text + prefix;
    split_lines(&d.a, a, before.size - prefix - suffix);
    split_lines(&d.b, b, after.size - prefix - suffix);
    g_autoptr(GHashTable) numbers = g_hash_table_new(line_hash, same_line);
    number_lines(&d.a, a, numbers);
    number_lines(&d.b, b, numbers);
    keep_shared(&d.a, &d.b, g_hash_table_size(numbers));
    keep_shared(&d.b, &d.a, g_hash_table_size(numbers));
    search(&d);
    GArray *hunks = g_array_new(FALSE, FALSE, sizeof(Hunk));
    slide_all(&d, a, b);
    collect(&d, count_lines(before.text, prefix), hunks);
    lines_clear(&d.a);
    lines_clear(&d.b);
    return hunks;
}
