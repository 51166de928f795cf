/* pyconfig.c: makes up pyconfig.h. See pyconfig.h.
 *
 * configure compiles, links and runs some 500 small programs; here one text is parsed. autoheader has written
 * above each name what was looked for, and that is looked for again:
 *
 *     / * Define to 1 if you have the <sys/epoll.h> header file. * /
 *     #undef HAVE_SYS_EPOLL_H
 *     / * Define to 1 if you have the `fork' function. * /
 *     #undef HAVE_FORK
 *     / * The size of `long', as computed by sizeof. * /
 *     #undef SIZEOF_LONG
 *
 * The text asked about includes each header that there is (__has_include) and has an enumerator for each
 * size; the answer is the set of what it declares. A function is there if it is declared or a macro, unless
 * glibc says that it always fails (__stub_NAME in <gnu/stubs.h>). What such comments do not tell is in
 * pyconfig_defaults.c, and so is all that hangs on third-party libraries, that the plan be the same with and
 * without them.
 */
#include "tree/pyconfig.h"

#include "tree/headers.h"

#include <string.h>

#define WORD_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_"

typedef enum Kind {
    KIND_NONE,
    KIND_HEADER,
    KIND_FUNCTION,
    KIND_DECLARATION,
    KIND_MEMBER,
    KIND_TYPE,
    KIND_SIZE,
    KIND_ALIGNMENT
} Kind;

/* One #undef of pyconfig.h.in. */
typedef struct Entry {
    char *name;
    Kind kind;
    char *subject; /* the header, function, type …; of a member "struct stat.st_rdev" */
} Entry;

/* Headers that configure's checks include beyond those it looks for by name. */
static const char *const always[] = {
    "arpa/inet.h",  "assert.h",   "ctype.h",     "errno.h",     "fcntl.h",     "float.h",    "gnu/stubs.h",
    "libintl.h",    "limits.h",   "locale.h",    "math.h",      "netdb.h",     "poll.h",     "pthread.h",
    "pwd.h",        "sched.h",    "semaphore.h", "setjmp.h",    "signal.h",    "spawn.h",    "stdarg.h",
    "stddef.h",     "stdint.h",   "stdio.h",     "stdlib.h",    "string.h",    "sys/mman.h", "sys/random.h",
    "sys/socket.h", "sys/stat.h", "sys/time.h",  "sys/timeb.h", "sys/types.h", "sys/uio.h",  "sys/wait.h",
    "time.h",       "unistd.h",   "wchar.h",
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->name);
    g_free(entry->subject);
    g_free(entry);
}

/* ---- what the comments say ---------------------------------------------------------------------------- */

/* What stands in quotes (`x' or 'x') or angle brackets right after `before` in `comment`; NULL if nothing
 * does. */
static char *quoted_after(const char *comment, const char *before)
{
    const char *at = strstr(comment, before);
    if (at == NULL)
        return NULL;
    at += strlen(before);
    if (*at == '\0' || strchr("`'<", *at) == NULL)
        return NULL;
    gsize length = strcspn(at + 1, *at == '<' ? ">" : "'");
    return g_strndup(at + 1, length);
}

/* "… the `fork' function …", "… the getaddrinfo function …", "… the crypt_r() function …". */
static char *function_of(const char *comment)
{
    const char *end = strstr(comment, " function");
    if (end == NULL || end - comment < 2)
        return NULL;
    const char *last = end - (end[-1] == '\'');
    last -= last[-1] == ')' ? strlen("()") : 0;
    const char *first = last;
    while (first > comment && strchr(WORD_CHARACTERS, first[-1]) != NULL)
        first--;
    return first < last ? g_strndup(first, last - first) : NULL;
}

/* "`st_rdev' is a member of `struct stat'" to "struct stat.st_rdev". */
static char *member_of(const char *comment)
{
    g_autofree char *record = quoted_after(comment, " is a member of ");
    g_autofree char *field = quoted_after(comment, "Define to 1 if ");
    return record != NULL && field != NULL ? g_strconcat(record, ".", field, NULL) : NULL;
}

/* "The number of bytes in a time_t." */
static char *counted_type(const char *comment)
{
    static const char *const before[] = {"number of bytes in an ", "number of bytes in a "};
    for (gsize i = 0; i < G_N_ELEMENTS(before); i++) {
        const char *at = strstr(comment, before[i]);
        if (at != NULL)
            return g_strndup(at + strlen(before[i]), strspn(at + strlen(before[i]), WORD_CHARACTERS));
    }
    return NULL;
}

static gboolean take(Entry *entry, Kind kind, char *subject)
{
    entry->kind = subject != NULL ? kind : KIND_NONE;
    entry->subject = subject;
    return subject != NULL;
}

static void read_comment(Entry *entry, const char *comment)
{
    if (strstr(comment, "header file") != NULL &&
        (take(entry, KIND_HEADER, quoted_after(comment, "you have the ")) ||
         take(entry, KIND_HEADER, quoted_after(comment, "the "))))
        return;
    (void)(take(entry, KIND_MEMBER, member_of(comment)) ||
           take(entry, KIND_DECLARATION, quoted_after(comment, "declaration of ")) ||
           take(entry, KIND_TYPE, quoted_after(comment, "system has the type ")) ||
           take(entry, KIND_SIZE, quoted_after(comment, "The size of ")) ||
           take(entry, KIND_SIZE, counted_type(comment)) ||
           take(entry, KIND_ALIGNMENT, quoted_after(comment, "alignment of ")) ||
           take(entry, KIND_FUNCTION, function_of(comment)));
}

/* The NAME of an #undef line, or NULL. */
static char *undefined_name(const char *line)
{
    if (*line != '#')
        return NULL;
    const char *at = line + 1 + strspn(line + 1, " \t");
    if (!g_str_has_prefix(at, "undef"))
        return NULL;
    at += strlen("undef");
    at += strspn(at, " \t");
    return g_strndup(at, strspn(at, WORD_CHARACTERS));
}

/* Adds `line` to the comment that goes on, in one line; a new comment replaces the old. */
static void read_comment_line(GString *comment, const char *line)
{
    if (g_str_has_prefix(line, "/*"))
        g_string_truncate(comment, 0);
    else if (*line != ' ')
        return;
    g_autofree char *words = g_strstrip(g_strdup(line));
    g_string_append_printf(comment, " %s", words);
}

static GPtrArray *read_template(GStrv lines)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(entry_free);
    g_autoptr(GString) comment = g_string_new(NULL);
    for (gsize i = 0; lines[i] != NULL; i++) {
        char *name = undefined_name(lines[i]);
        if (name == NULL) {
            read_comment_line(comment, lines[i]);
            continue;
        }
        Entry *entry = g_new0(Entry, 1);
        entry->name = name;
        if (pyconfig_default(name) == NULL)
            read_comment(entry, comment->str);
        if (entry->kind == KIND_HEADER && tree_package_of_header(entry->subject) != NULL)
            entry->kind = KIND_NONE; /* not the C library's: whether it is installed here must not matter */
        g_ptr_array_add(entries, entry);
    }
    return entries;
}

/* ---- question and answer ------------------------------------------------------------------------------ */

static void ask_for_header(GString *text, const char *header, const char *mark)
{
    g_string_append_printf(text, "#if __has_include(<%s>)\n#include <%s>\n", header, header);
    if (mark != NULL)
        g_string_append_printf(text, "#define CPYREAD_%s 1\n", mark);
    g_string_append(text, "#endif\n");
}

/* An enumerator is 0 where its type does not exist. */
static char *make_question(const GPtrArray *entries)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(always); i++)
        ask_for_header(text, always[i], NULL);
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = entries->pdata[i];
        if (entry->kind == KIND_HEADER)
            ask_for_header(text, entry->subject, entry->name);
    }
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = entries->pdata[i];
        if (entry->kind == KIND_SIZE || entry->kind == KIND_TYPE)
            g_string_append_printf(text, "enum { CPYREAD_%s = sizeof(%s) };\n", entry->name, entry->subject);
        if (entry->kind == KIND_ALIGNMENT)
            g_string_append_printf(text, "enum { CPYREAD_%s = _Alignof(%s) };\n", entry->name,
                                   entry->subject);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static gboolean answered(GHashTable *answer, const char *what, const char *name)
{
    g_autofree char *key = g_strconcat(what, name, NULL);
    return g_hash_table_contains(answer, key);
}

/* A field, or the macro that glibc has in its place (`#define si_band _sifields._sigpoll.si_band`). */
static gboolean has_member(GHashTable *answer, const char *subject)
{
    const char *dot = strchr(subject, '.');
    return answered(answer, "field ", subject) || answered(answer, "macro ", dot + 1);
}

static gboolean has_function(GHashTable *answer, const char *name)
{
    return (answered(answer, "function ", name) || answered(answer, "macro ", name)) &&
           !answered(answer, "macro __stub_", name);
}

/* The number of the enumerator that was asked for, NULL if 0. Values are few, so they are looked through. */
static char *size_of(GHashTable *answer, const char *name)
{
    g_autofree char *before = g_strdup_printf("value CPYREAD_%s=", name);
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, answer);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, before) && strcmp((char *)key + strlen(before), "0") != 0)
            return g_strdup((char *)key + strlen(before));
    return NULL;
}

/* The text after the name, or NULL where it stays undefined. */
static char *value_of(const Entry *entry, GHashTable *answer)
{
    const Default *known = pyconfig_default(entry->name);
    if (known != NULL)
        return g_strdup(known->value);
    g_autofree char *size = NULL;
    gboolean there = FALSE;
    switch (entry->kind) {
    case KIND_NONE:
        break;
    case KIND_HEADER:
        there = answered(answer, "macro CPYREAD_", entry->name);
        break;
    case KIND_FUNCTION:
        there = has_function(answer, entry->subject);
        break;
    case KIND_DECLARATION:
        there = has_function(answer, entry->subject) || answered(answer, "variable ", entry->subject);
        return g_strdup(there ? "1" : "0");
    case KIND_MEMBER:
        there = has_member(answer, entry->subject);
        break;
    case KIND_TYPE:
        size = size_of(answer, entry->name);
        there = size != NULL;
        break;
    case KIND_SIZE:
    case KIND_ALIGNMENT:
        return size_of(answer, entry->name);
    }
    return there ? g_strdup("1") : NULL;
}

/* ---- the text ----------------------------------------------------------------------------------------- */

/* As config.status does it: `#undef NAME` becomes a #define, or a comment. */
static char *fill_in(GStrv lines, const GPtrArray *entries, GHashTable *answer)
{
    g_autoptr(GString) text = g_string_new(NULL);
    guint next = 0;
    for (gsize i = 0; lines[i] != NULL; i++) {
        g_autofree char *name = undefined_name(lines[i]);
        g_autofree char *value = name != NULL ? value_of(entries->pdata[next++], answer) : NULL;
        if (value != NULL)
            g_string_append_printf(text, "#define %s %s\n", name, value);
        else if (name != NULL)
            g_string_append_printf(text, "/* #undef %s */\n", name);
        else
            g_string_append_printf(text, "%s%s", lines[i], lines[i + 1] != NULL ? "\n" : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *pyconfig_make(const char *template, const char *standard, TreeAsk ask, gpointer ask_data,
                    GError **error)
{
    const char *const arguments[] = {standard, "-D_GNU_SOURCE", NULL};
    g_auto(GStrv) lines = g_strsplit(template, "\n", -1);
    g_autoptr(GPtrArray) entries = read_template(lines);
    g_autofree char *question = make_question(entries);
    g_autoptr(GHashTable) answer = ask(question, arguments, ask_data, error);
    return answer != NULL ? fill_in(lines, entries, answer) : NULL;
}
