/* messages.c: see messages.h.
 *
 *   name '%.200s' is not defined      the format, of letters and holes
 *        name 'x' is not              what was seen: it may begin and end anywhere, in a hole, too
 *
 * What a letter of the part stands for is followed for all of them at once: best[j] is the most letters that agreed, the next one
 * to come at place j of the format. Texts that have too few of the part's words are not looked at so closely. */
#include "query/messages.h"

#include <string.h>

enum {
    HOLE = 1,      /* stands in a pattern for what %s becomes */
    LONG_WORD = 3, /* letters, and more: what tells texts apart */
    ENOUGH = 2,    /* one in so many letters of the part must stand in the text itself */
    NEAR = 4,      /* all but one in so many letters stand in the text itself: nothing nearer is looked for */
    CLOSE = 3,     /* and one in so many fewer than in the closest is no answer any more */
    LONG_START = 8, /* letters of a text that stands at the start of the part */
    LONGEST = 400, /* letters of a part that are looked at */
};

/* ---- formats ------------------------------------------------------------------------------------------ */

/* What printf() would fill in at `at`, as a length; 0: nothing. */
static gsize hole_length(const char *at)
{
    gsize length = 1;
    if (*at != '%')
        return 0;
    length += strspn(at + length, "-+ #0123456789.*");
    length += strspn(at + length, "hlzjtq");
    return at[length] != '\0' && strchr("diouxXcsSpfgGAURVTN", at[length]) != NULL ? length + 1 : 0;
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* Puts the format into `pattern`, with small letters, and each hole one byte. Thousands are: one buffer will do for all. */
static const char *pattern_of(const char *format, GString *pattern)
{
    g_string_set_size(pattern, strlen(format));
    char *to = pattern->str;
    while (*format != '\0') {
        gsize hole = *format == '%' ? hole_length(format) : 0;
        if (hole > 0) {
            *to++ = HOLE;
            format += hole;
        } else {
            format += format[0] == '%' && format[1] == '%';
            *to++ = small(*format++);
        }
    }
    g_string_set_size(pattern, (gsize)(to - pattern->str));
    return pattern->str;
}

/* A hole may have ended: what agrees before it agrees behind it. */
static void leave_holes(const char *pattern, gsize length, int *best)
{
    for (gsize j = 0; j < length; j++)
        if (pattern[j] == HOLE && best[j + 1] < best[j])
            best[j + 1] = best[j];
}

static void take_letter(const char *pattern, gsize length, char letter, int *best)
{
    for (gsize j = length + 1; j-- > 0;) {
        int stays = j < length && pattern[j] == HOLE ? best[j] : -1;
        int agrees = j > 0 && pattern[j - 1] == letter && best[j - 1] >= 0 ? best[j - 1] + 1 : -1;
        best[j] = MAX(stays, agrees);
    }
    leave_holes(pattern, length, best);
}

static int match_pattern(const char *pattern, const char *part)
{
    gsize length = strlen(pattern);
    g_autofree int *best = g_new0(int, length + 1);
    int most = -1;
    for (; *part != '\0'; part++)
        take_letter(pattern, length, g_ascii_tolower(*part), best);
    for (gsize j = 0; j <= length; j++)
        most = MAX(most, best[j]);
    return most;
}

/* The letters that agree where the whole pattern stands at the start of `part`, whatever comes behind; -1: it does not. */
static int match_start(const char *pattern, const char *part)
{
    gsize length = strlen(pattern);
    if (*pattern == '\0' || (*pattern != HOLE && *pattern != g_ascii_tolower(*part)))
        return -1;
    g_autofree int *best = g_new(int, length + 1);
    int most = -1;
    for (gsize j = 0; j <= length; j++)
        best[j] = j == 0 ? 0 : -1;
    leave_holes(pattern, length, best);
    for (; *part != '\0'; part++) {
        take_letter(pattern, length, g_ascii_tolower(*part), best);
        most = MAX(most, best[length]);
    }
    return most;
}

int messages_match(const char *format, const char *part)
{
    g_autoptr(GString) pattern = g_string_new(NULL);
    return match_pattern(pattern_of(format, pattern), part);
}

/* ---- words -------------------------------------------------------------------------------------------- */

/* The words of a text, in small letters; the long ones, if there is any. */
static GStrv words_of(const char *text)
{
    GPtrArray *words = g_ptr_array_new();
    for (gsize least = LONG_WORD; words->len == 0 && least > 0; least--)
        for (const char *at = text; *at != '\0';) {
            gsize length = 0;
            while (g_ascii_isalnum(at[length]) || at[length] == '_' || (guchar)at[length] >= 0x80)
                length++;
            if (length >= least)
                g_ptr_array_add(words, g_ascii_strdown(at, (gssize)length));
            at += MAX(length, 1);
        }
    g_ptr_array_add(words, NULL);
    return (GStrv)g_ptr_array_free(words, FALSE);
}

/* How many letters of the words a text has. */
static gsize count_words(const char *pattern, GStrv words)
{
    gsize count = 0;
    for (char **word = words; *word != NULL; word++)
        if (strstr(pattern, *word) != NULL)
            count += strlen(*word);
    return count;
}

static gsize count_all(GStrv words)
{
    gsize count = 0;
    for (char **word = words; *word != NULL; word++)
        count += strlen(*word);
    return count;
}

/* ---- finding ------------------------------------------------------------------------------------------ */

static void message_free(gpointer data)
{
    Message *message = data;
    g_free(message->text);
    g_free(message);
}

static gint compare_messages(gconstpointer a, gconstpointer b)
{
    const Message *x = *(const Message *const *)a, *y = *(const Message *const *)b;
    if (x->same != y->same)
        return x->same > y->same ? -1 : 1;
    if (x->other != y->other)
        return x->other < y->other ? -1 : 1;
    if ((x->id < 0) != (y->id < 0))
        return x->id < 0 ? 1 : -1; /* what C raises comes before what Lib does */
    int order = strcmp(x->text, y->text);
    return order != 0 ? order : ABS(x->id) < ABS(y->id) ? -1 : 1;
}

static void offer(GPtrArray *found, Statement *row, const char *pattern, const char *part, gboolean goes_on)
{
    int same = goes_on ? match_start(pattern, part) : match_pattern(pattern, part);
    gsize letters = goes_on ? MAX(strlen(pattern), ENOUGH * LONG_START) : strlen(part);
    if (same < 0 || (gsize)same * ENOUGH < letters)
        return;
    Message *message = g_new0(Message, 1);
    message->id = statement_int(row, 0);
    message->text = g_strdup(statement_text(row, 1));
    message->same = (guint)same;
    message->other = (guint)MAX(strlen(pattern), (gsize)same) - (guint)same;
    g_ptr_array_add(found, message);
}

static void drop_far(GPtrArray *found)
{
    guint closest = found->len > 0 ? ((Message *)found->pdata[0])->same : 0, kept = 0;
    while (kept < found->len && ((Message *)found->pdata[kept])->same * CLOSE >= closest * (CLOSE - 1))
        kept++;
    g_ptr_array_set_size(found, (gint)kept);
}

/* Adds what a statement gives: texts that have the part, or with `goes_on` texts that the part begins with. */
static gboolean add_found(Index *index, const char *statement, const char *part, gboolean goes_on, GPtrArray *found,
                          GError **error)
{
    GError *problem = NULL;
    g_autoptr(GString) pattern = g_string_new(NULL);
    g_autoptr(Statement) texts = index_prepare(index, statement, error);
    g_auto(GStrv) words = words_of(part);
    gsize all = count_all(words);
    while (texts != NULL && statement_step(texts, &problem)) {
        pattern_of(statement_text(texts, 1), pattern);
        if (goes_on || count_words(pattern->str, words) * ENOUGH >= all)
            offer(found, texts, pattern->str, part, goes_on);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    g_ptr_array_sort(found, compare_messages);
    return texts != NULL && problem == NULL;
}

/* What Lib raises counts where nothing that C raises is close. */
static gboolean is_close(const GPtrArray *found, const char *part)
{
    return found->len > 0 && ((Message *)found->pdata[0])->same * NEAR >= strlen(part) * (NEAR - 1);
}

GPtrArray *messages_find(Index *index, const char *asked, GError **error)
{
    g_autofree char *part = g_strndup(asked, LONGEST);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(message_free);
    for (int goes_on = 0; goes_on < 2 && found->len == 0; goes_on++) /* "… at position 3", "… Did you mean: 'y'?" */
        if (!add_found(index, "message_texts", part, goes_on, found, error) ||
            (!is_close(found, part) && !add_found(index, "message_lib_texts", part, goes_on, found, error)))
            return NULL;
    drop_far(found);
    return g_steal_pointer(&found);
}

GStrv messages_nearest(Index *index, const char *part, guint limit, GError **error)
{
    g_autoptr(Statement) texts = index_prepare(index, "message_all_texts", error);
    g_autoptr(GPtrArray) near = g_ptr_array_new_with_free_func(message_free);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(GStrv) words = words_of(part);
    g_autoptr(GString) pattern = g_string_new(NULL);
    while (texts != NULL && statement_step(texts, NULL)) {
        guint same = (guint)count_words(pattern_of(statement_text(texts, 1), pattern), words);
        if (same < LONG_WORD || same * ENOUGH < count_all(words) || g_hash_table_contains(known, statement_text(texts, 1)))
            continue;
        Message *message = g_new0(Message, 1);
        *message = (Message){0, g_strdup(statement_text(texts, 1)), same, (guint)pattern->len};
        g_hash_table_add(known, message->text);
        g_ptr_array_add(near, message);
    }
    g_ptr_array_sort(near, compare_messages);
    for (guint i = 0; i < MIN(near->len, limit); i++)
        g_ptr_array_add(names, g_strdup(((Message *)near->pdata[i])->text));
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}
