/* guard.c: see guard.h. The text is walked from the head of the function with the braces that are open, each with the
 * condition that leads in; comments, literals and preprocessor lines are passed over. */
#include "query/guard.h"

#include <string.h>

#define CASE "case "

typedef struct Block {
    char *condition; /* NULL: it has none */
    char *label;     /* the last case in it */
} Block;

typedef struct Walk {
    const char *at, *goal;
    GArray *blocks;  /* of Block; the first is outside of all braces */
    char *pending;   /* the condition of the statement that comes next; NULL */
    char *last;      /* of the if that has just ended: an else would be its other side */
} Walk;

static void block_clear(gpointer data)
{
    Block *block = data;
    g_free(block->condition);
    g_free(block->label);
}

static gboolean is_word(const char *at, const char *word)
{
    if (*at != *word) /* most are not: asked at every letter */
        return FALSE;
    gsize length = strlen(word);
    return strncmp(at, word, length) == 0 && !g_ascii_isalnum(at[length]) && at[length] != '_';
}

static const char *skip_quoted(const char *at)
{
    const char *end = at + 1;
    while (*end != '\0' && *end != *at && *end != '\n')
        end += end[0] == '\\' && end[1] != '\0' ? 2 : 1;
    return *end == *at ? end + 1 : end;
}

/* Behind the comment, literal or preprocessor line at `at`; `at` itself if there is none. */
static const char *skip_dead(const char *text, const char *at)
{
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end != NULL ? end + 2 : at + strlen(at);
    }
    if (at[0] == '/' && at[1] == '/')
        return at + strcspn(at, "\n");
    if (*at == '"' || *at == '\'')
        return skip_quoted(at);
    if (*at != '#')
        return at;
    const char *start = at;
    while (start > text && (start[-1] == ' ' || start[-1] == '\t'))
        start--;
    if (start > text && start[-1] != '\n')
        return at;
    do
        at += strcspn(at, "\n") + (strchr(at, '\n') != NULL);
    while (at > text + 1 && at[-2] == '\\' && *at != '\0');
    return at;
}

static const char *close_of(const char *text, const char *open)
{
    int depth = 0;
    for (const char *at = open; *at != '\0';) {
        const char *behind = skip_dead(text, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        depth += *at == '(';
        if (*at == ')' && --depth == 0)
            return at;
        at++;
    }
    return open + strlen(open);
}

/* What stands between, on one line, without comments. */
static char *join(const char *from, const char *to)
{
    GString *line = g_string_new(NULL);
    while (from < to) {
        const char *behind = from[0] == '/' ? skip_dead(from, from) : from;
        if (behind > from) {
            from = behind;
            continue;
        }
        gboolean is_space = g_ascii_isspace(*from) || *from == '\\';
        if (!is_space)
            g_string_append_c(line, *from);
        else if (line->len > 0 && line->str[line->len - 1] != ' ')
            g_string_append_c(line, ' ');
        from++;
    }
    g_strchomp(line->str);
    return g_string_free(line, FALSE);
}

static void set(char **to, char *value)
{
    g_free(*to);
    *to = value;
}

/* if (…), at the i; a place within the brackets does not stand behind it. */
static void take_if(Walk *walk, const char *text)
{
    const char *open = strchr(walk->at, '(');
    const char *close = open == NULL ? walk->goal : close_of(text, open);
    if (close >= walk->goal) {
        walk->at = walk->goal;
        return;
    }
    set(&walk->pending, join(open + 1, close));
    walk->at = close + 1;
}

static void take_else(Walk *walk)
{
    walk->at += strlen("else");
    walk->at += strspn(walk->at, " \t\n");
    if (!is_word(walk->at, "if"))
        set(&walk->pending, walk->last != NULL ? g_strdup_printf("not (%s)", walk->last) : NULL);
}

/* Whether nothing but another label stands before: case A: case B: */
static gboolean follows_label(const Walk *walk, const char *text)
{
    const char *before = walk->at;
    while (before > text && g_ascii_isspace(before[-1]))
        before--;
    return before > text && before[-1] == ':';
}

static void take_case(Walk *walk, const char *text)
{
    const char *end = walk->at + strcspn(walk->at, ":");
    Block *block = &g_array_index(walk->blocks, Block, walk->blocks->len - 1);
    g_autofree char *label = join(walk->at, end);
    gboolean joins = block->label != NULL && g_str_has_prefix(label, CASE) && follows_label(walk, text);
    set(&block->label, joins ? g_strconcat(block->label, ", ", label + strlen(CASE), NULL) : g_steal_pointer(&label));
    walk->at = end;
}

static void end_statement(Walk *walk)
{
    if (walk->pending != NULL)
        set(&walk->last, g_steal_pointer(&walk->pending));
    walk->at++;
}

static void open_block(Walk *walk)
{
    Block block = {g_steal_pointer(&walk->pending), NULL};
    g_array_append_val(walk->blocks, block);
    walk->at++;
}

static void close_block(Walk *walk)
{
    Block *block = &g_array_index(walk->blocks, Block, walk->blocks->len - 1);
    set(&walk->last, g_steal_pointer(&block->condition));
    if (walk->blocks->len > 1)
        g_array_set_size(walk->blocks, walk->blocks->len - 1);
    walk->at++;
}

/* What changes a walk begins with one of these: most letters do not, and all are looked at. */
static const guint8 BEGINS[256] = {['/'] = 1, ['"'] = 1, ['\''] = 1, ['#'] = 1, ['{'] = 1, ['}'] = 1, [';'] = 1,
                                   ['i'] = 1, ['e'] = 1, ['c'] = 1,  ['d'] = 1}; /* if, else, case, default */

static void take(Walk *walk, const char *text)
{
    gboolean starts = walk->at == text || !(g_ascii_isalnum(walk->at[-1]) || walk->at[-1] == '_');
    if (starts && is_word(walk->at, "if"))
        take_if(walk, text);
    else if (starts && is_word(walk->at, "else"))
        take_else(walk);
    else if (starts && (is_word(walk->at, "case") || is_word(walk->at, "default")))
        take_case(walk, text);
    else if (*walk->at == '{')
        open_block(walk);
    else if (*walk->at == '}')
        close_block(walk);
    else if (*walk->at == ';')
        end_statement(walk);
    else
        walk->at++;
}

static guint terms_of(const char *condition)
{
    guint count = condition != NULL;
    for (const char *at = condition; at != NULL && (at = strstr(at, "&&")) != NULL; at += 2)
        count++;
    return count;
}

/* An either-or is bracketed, so that it can stand beside others. */
static void append_condition(GString *whole, const char *condition)
{
    gboolean is_either = strstr(condition, "||") != NULL && !g_str_has_prefix(condition, "not (");
    g_string_append_printf(whole, is_either ? "%s(%s)" : "%s%s", whole->len > 0 ? " and " : "", condition);
}

/* The conditions of all braces that are open; NULL: none. */
static char *join_conditions(const Walk *walk)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    const char *only = NULL;
    guint count = 0;
    for (guint i = 0; i <= walk->blocks->len; i++) {
        const Block *block = i < walk->blocks->len ? &g_array_index(walk->blocks, Block, i) : NULL;
        const char *conditions[] = {block != NULL ? block->condition : walk->pending, block != NULL ? block->label : NULL};
        for (guint c = 0; c < G_N_ELEMENTS(conditions); c++)
            if (conditions[c] != NULL) {
                append_condition(whole, only = conditions[c]);
                count++;
            }
    }
    if (count == 1)
        return g_strdup(only);
    return count > 0 ? g_string_free(g_steal_pointer(&whole), FALSE) : NULL;
}

/* What holds at the end of the walk. */
static void read_guard(const Walk *walk, Guard *guard)
{
    const char *nearest = walk->pending;
    guard->whole = join_conditions(walk);
    guard->count = terms_of(walk->pending);
    for (guint i = walk->blocks->len; i > 0; i--) {
        const Block *block = &g_array_index(walk->blocks, Block, i - 1);
        const char *here = block->label != NULL ? block->label : block->condition;
        nearest = nearest != NULL ? nearest : here;
        guard->count += terms_of(block->condition);
        if (guard->label == NULL)
            guard->label = g_strdup(block->label);
    }
    guard->condition = g_strdup(nearest);
}

static const char *place(const char *text, int first_line, int line, int col)
{
    for (int i = first_line; i < line && text != NULL; i++) {
        text = strchr(text, '\n');
        text = text != NULL ? text + 1 : NULL;
    }
    return text == NULL ? NULL : text + MIN((gsize)MAX(col - 1, 0), strcspn(text, "\n"));
}

void guard_find(const char *text, int first_line, int line, int col, Guard *guard)
{
    Walk walk = {.at = text, .goal = place(text, first_line, line, col)};
    Block outside = {NULL, NULL};
    *guard = (Guard){NULL};
    if (walk.goal == NULL)
        return;
    walk.blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_array_set_clear_func(walk.blocks, block_clear);
    g_array_append_val(walk.blocks, outside);
    while (walk.at < walk.goal) {
        if (!BEGINS[(guchar)*walk.at]) {
            walk.at++;
            continue;
        }
        const char *behind = skip_dead(text, walk.at);
        if (behind > walk.at)
            walk.at = behind;
        else
            take(&walk, text);
    }
    read_guard(&walk, guard);
    g_array_unref(walk.blocks);
    g_free(walk.pending);
    g_free(walk.last);
}

void guard_clear(Guard *guard)
{
    g_free(guard->condition);
    g_free(guard->whole);
    g_free(guard->label);
}

gboolean guard_is_case(const char *label, const char *constant, gboolean is_like)
{
    gsize same = is_like ? strcspn(constant, "_") + 1 : strlen(constant);
    if (label == NULL || !g_str_has_prefix(label, CASE))
        return FALSE;
    g_auto(GStrv) constants = g_strsplit(label + strlen(CASE), ", ", -1);
    for (char **one = constants; *one != NULL; one++)
        if (strncmp(*one, constant, same) == 0 && (is_like || (*one)[same] == '\0'))
            return TRUE;
    return FALSE;
}

/* ---- tests of types ----------------------------------------------------------------------------------- */

/* PyUnicode_CheckExact(, PyUnicode_Check(, &PyUnicode_Type; not behind a sign that turns it round. */
gboolean guard_tests(const char *condition, const char *prefix)
{
    g_autofree char *check = g_strconcat(prefix, "_Check", NULL), *type = g_strconcat(prefix, "_Type", NULL);
    if (condition == NULL || g_str_has_prefix(condition, "not ("))
        return FALSE;
    const char *at = strstr(condition, check);
    if (at != NULL && (at == condition || !(g_ascii_isalnum(at[-1]) || at[-1] == '_')))
        return at == condition || at[-1] != '!';
    return strstr(condition, type) != NULL && strstr(condition, "!=") == NULL;
}

gboolean guard_tests_any(const char *condition)
{
    return condition != NULL && !g_str_has_prefix(condition, "not (") && strstr(condition, "_Check") != NULL;
}
