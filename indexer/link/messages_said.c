/* messages_said.c: what a call that raises says. See messages_inside.h.
 *
 * A literal, a macro that brings one, both branches of a condition, the first argument of a call that says something, what
 * is put into a variable; and of a parameter, that the function which has it is one that raises. */
#include "link/messages_inside.h"

#include <string.h>

enum {
    DEEP = 6,      /* variables behind variables and calls */
    ASSIGNED = 20, /* assignments of one variable that are looked at */
};

#define BUILD_VALUE "Py_BuildValue" /* its first argument says of what types the others are */
#define NAMED_TEXT  "_Py_STR"       /* &_Py_STR(list_err): a text that has a name, from 3.12 */

/* Python/getargs.c: "OO|i:compile" says how arguments are taken apart; what stands behind a semicolon there is said instead
 * of what getargs would say. */
static const char *behind_arguments(const char *text)
{
    const char *end = text + strspn(text, "aAbBcCdDeEfhHiIkKlLnOpsStuUwWyYzZ0123456789*#!&|$()[]{}~^");
    gboolean is_format = end > text && strpbrk(text, "O|&!*#") != NULL;
    if (*end == ';')
        return end + 1;
    return (*end == ':' && (is_format || end - text < 4)) || (*end == '\0' && is_format) ? end + strlen(end) : text;
}

static void add_message(Site *site, const char *said)
{
    Statement *insert = site->messages->insert;
    const char *text = behind_arguments(said);
    if (*text == '\0' || !g_hash_table_add(site->said, g_strdup(text)))
        return;
    statement_put_text(insert, 1, text);
    g_autofree char *exception = messages_exception(site);
    statement_put_text(insert, 2, exception);
    statement_put_int(insert, 3, site->caller);
    statement_put_int(insert, 4, site->file);
    statement_put_int(insert, 5, site->line);
    if (site->messages->error == NULL)
        statement_write(insert, &site->messages->error);
}

gboolean messages_add_crawled(Site *site, const char *from, const char *to)
{
    Statement *rows = site->messages->literals;
    gint64 line, col, end_line, end_col;
    gboolean found = FALSE;
    source_text_place(site->source, from, &line, &col);
    source_text_place(site->source, to, &end_line, &end_col);
    statement_reset(rows);
    statement_bind_int(rows, "file", site->file);
    statement_bind_int(rows, "line", line);
    statement_bind_int(rows, "end_line", end_line);
    while (!found && statement_step(rows, &site->messages->error)) {
        gint64 at_line = statement_int(rows, 0), at_col = statement_int(rows, 1);
        if ((at_line == line && at_col < col) || (at_line == end_line && at_col >= end_col))
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        const char *literal = statement_text(rows, 2), *quote = strchr(literal, '"');
        if (quote != NULL)
            call_text_unquote(quote, literal + strlen(literal), text);
        add_message(site, text->str);
        found = text->len > 0;
    }
    return found;
}

static void read_named(Messages *messages)
{
    g_autoptr(Statement) statement = messages_prepare(messages, "named");
    messages->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (statement == NULL || !statement_step(statement, &messages->error))
        return;
    const SourceText *header = source_texts_get(messages->files, messages->linking->root, statement_text(statement, 0));
    const char *at = header == NULL ? NULL : header->text;
    while (at != NULL && (at = strstr(at, "STRUCT_FOR_STR(")) != NULL) {
        g_autoptr(GArray) words = call_text_arguments(at);
        g_autoptr(GString) text = g_string_new(NULL);
        if (words->len == 2 && call_text_literal(g_array_index(words, Stretch, 1), text))
            g_hash_table_insert(messages->named, stretch_dup(g_array_index(words, Stretch, 0)), g_strdup(text->str));
        at++;
    }
}

static void add_named(Site *site, Stretch name)
{
    if (site->messages->named == NULL)
        read_named(site->messages);
    g_autofree char *key = stretch_dup(name);
    const char *text = g_hash_table_lookup(site->messages->named, key);
    if (text != NULL)
        add_message(site, text);
}

/* PyUnicode_FromFormat("…", …): the first of its arguments that says something. */
static void resolve_call(Site *site, Stretch call, int depth)
{
    g_autoptr(GArray) arguments = call_text_arguments(call.from);
    Stretch name = call_text_name(call.from);
    guint before = g_hash_table_size(site->said);
    if (stretch_is(name, NAMED_TEXT) && arguments->len == 1)
        add_named(site, g_array_index(arguments, Stretch, 0));
    for (guint i = stretch_is(name, BUILD_VALUE) ? 1 : 0; i < arguments->len; i++)
        if (g_hash_table_size(site->said) == before)
            messages_resolve(site, g_array_index(arguments, Stretch, i), depth + 1);
}

/* All that is assigned to a variable between two places; how often. */
static guint resolve_assigned(Site *site, const char *name, const char *from, const char *to, int depth)
{
    guint count = 0;
    gsize length = strlen(name);
    for (const char *at = strstr(from, name); at != NULL && at < to && count < ASSIGNED; at = strstr(at + length, name)) {
        const char *value = messages_assigned(at, length, from);
        if (value == NULL)
            continue;
        site->said_at = value;
        messages_resolve(site, call_text_trim(value, messages_end_of_value(value, to)), depth + 1);
        count++;
    }
    return count;
}

static gboolean is_of_file(Site *site, const char *name)
{
    Statement *row = site->messages->variable;
    statement_reset(row);
    statement_bind_text(row, "name", name);
    statement_bind_int(row, "file", site->file);
    return statement_step(row, &site->messages->error);
}

/* A variable: what its function assigns to it, or, if that does not, what the file does. */
static void resolve_variable(Site *site, Stretch name, int depth)
{
    g_autofree char *text = stretch_dup(name);
    const char *from = site->is_in_caller ? source_text_at(site->source, site->caller_line, 1) : NULL;
    const char *to = from == NULL ? NULL : source_text_at(site->source, site->caller_end, 1);
    const char *all = site->source->text;
    guint count = to != NULL ? resolve_assigned(site, text, from, to, depth) : 0;
    if (count == 0 && is_of_file(site, text))
        resolve_assigned(site, text, all, all + site->source->length, depth);
}

static void resolve_name(Site *site, Stretch name, int depth)
{
    int parameter = call_text_parameter(site->signature, name);
    if (stretch_is(name, "NULL") || name.from == name.to)
        return;
    if (parameter >= 0)
        messages_add_raising(site->messages, site->caller, site->exception_from, parameter, site->exception);
    else if (!messages_add_crawled(site, name.from, name.to))
        resolve_variable(site, name, depth);
}

void messages_resolve(Site *site, Stretch value, int depth)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Stretch yes, no;
    if (depth > DEEP || value.from >= value.to)
        return;
    if (call_text_branches(value, &yes, &no)) {
        messages_resolve(site, yes, depth);
        messages_resolve(site, no, depth);
        return;
    }
    value = messages_without_cast(value);
    if (call_text_literal(value, text)) {
        add_message(site, text->str);
        return;
    }
    Stretch name = call_text_name(value.from);
    if (*value.from == '"' || (name.to > name.from && name.to < value.to && strchr("\" \n", *name.to) != NULL))
        messages_add_crawled(site, value.from, value.to); /* a literal with a macro in it */
    else if (name.to == value.to)
        resolve_name(site, name, depth);
    else if (name.to > name.from && *name.to == '(')
        resolve_call(site, value, depth);
}
