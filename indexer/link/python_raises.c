/* python_raises.c: see python_raises.h.
 *
 *     raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')     Object of type %s is not …
 *     raise ValueError("%r is not in list" % x)                                              %s is not in list
 *     _ERR_MSG_PREFIX = 'No module named '                                                   a name for a text
 *     msg = _('invalid choice: %(value)r')                                                   another, in its function
 *     raise ArgumentError(action, msg)
 *
 * A text is what literals and names of texts stand side by side for; what is filled in becomes %s, whichever way it is
 * written. Of the arguments the first text counts. Nothing is run: what comes about in another way is not here. */
#include "link/python_raises.h"

#include <string.h>

enum { LEAST = 4 }; /* letters of a text that says something */

struct PythonRaises {
    Statement *add;
    const char *module, *path;
    char *function;           /* with its module and class; NULL: none yet */
    guint indent;             /* of its def */
    GHashTable *texts, *here; /* name -> text: of the module, of the function */
};

/* A place in a line. */
typedef struct Scan {
    const PythonRaises *raises;
    const char *at, *end;
    GString *text;
} Scan;

/* ---- texts ---- */

/* What % fills in, %s and %(name)r alike. Gives what is behind it. */
static const char *take_percent(const char *at, const char *end, GString *to)
{
    const char *behind = at + 1;
    if (behind < end && *behind == '(')
        while (behind < end && *behind++ != ')') {}
    while (behind < end && strchr("-+ #0123456789.*l", *behind) != NULL)
        behind++;
    if (behind >= end || !g_ascii_isalpha(*behind)) {
        g_string_append(to, behind < end && *behind == '%' ? "%%" : "%");
        return behind < end && *behind == '%' ? behind + 1 : at + 1;
    }
    g_string_append(to, "%s");
    return behind + 1;
}

/* What {} fills in. The text that a name stands for is put there. */
static const char *take_braces(const Scan *scan, const char *at, const char *end)
{
    const char *behind = at + 1;
    for (int depth = 1; behind < end && depth > 0; behind++)
        depth += *behind == '{' ? 1 : *behind == '}' ? -1 : 0;
    g_autofree char *name = g_strndup(at + 1, (gsize)MAX(behind - at - 2, 0));
    const char *known = g_hash_table_lookup(scan->raises->texts, name);
    g_string_append(scan->text, known != NULL ? known : "%s");
    return behind;
}

static const char *take_escape(const char *at, GString *to)
{
    static const char letters[] = "nrt", values[] = "\n\r\t";
    const char *found = at[1] != '\0' ? strchr(letters, at[1]) : NULL;
    if (at[1] != '\n')
        g_string_append_c(to, found != NULL ? values[found - letters] : at[1]);
    return at + 2;
}

/* What stands between the quotes. */
static void take_inside(Scan *scan, const char *at, const char *end, gboolean has_braces, gboolean is_raw)
{
    while (at < end)
        if (*at == '\\' && !is_raw && at + 1 < end)
            at = take_escape(at, scan->text);
        else if (has_braces && (*at == '{' || *at == '}') && at + 1 < end && at[1] == *at) {
            g_string_append_c(scan->text, *at);
            at += 2;
        } else if (has_braces && *at == '{')
            at = take_braces(scan, at, end);
        else if (*at == '%' && !has_braces)
            at = take_percent(at, end, scan->text);
        else
            g_string_append_c(scan->text, *at++);
}

/* A literal with its letters in front, r'…', f"…"; FALSE: none is here. */
static gboolean take_literal(Scan *scan)
{
    const char *open = scan->at + strspn(scan->at, "rRbBfFuU");
    if (open >= scan->end || (*open != '"' && *open != '\''))
        return FALSE;
    gsize quotes = open[1] == *open && open[2] == *open ? 3 : 1;
    const char *from = open + quotes, *to = from;
    while (to < scan->end && strncmp(to, from - quotes, quotes) != 0)
        to += *to == '\\' ? 2 : 1;
    to = MIN(to, scan->end);
    const char *behind = MIN(to + quotes, scan->end);
    const char *call = behind + strspn(behind, " )\n");
    gboolean is_format = memchr(scan->at, 'f', (gsize)(open - scan->at)) != NULL ||
                         memchr(scan->at, 'F', (gsize)(open - scan->at)) != NULL || g_str_has_prefix(call, ".format(");
    take_inside(scan, from, to, is_format, memchr(scan->at, 'r', (gsize)(open - scan->at)) != NULL);
    scan->at = behind;
    return TRUE;
}

static const char *text_called(const PythonRaises *raises, const char *name)
{
    const char *text = g_hash_table_lookup(raises->here, name);
    return text != NULL ? text : g_hash_table_lookup(raises->texts, name);
}

/* A name that stands for a text. */
static gboolean take_named(Scan *scan)
{
    const char *at = scan->at;
    g_autofree char *name = python_take_name(&at, scan->end);
    const char *text = name != NULL ? text_called(scan->raises, name) : NULL;
    char *dot = text == NULL && name != NULL ? strrchr(name, '.') : NULL;
    if (dot != NULL && strcmp(dot, ".format") == 0) {
        *dot = '\0';
        text = text_called(scan->raises, name);
    }
    if (text == NULL)
        return FALSE;
    for (; *text != '\0'; text++)
        if (text[0] == '{' && strchr(text, '}') != NULL) {
            g_string_append(scan->text, "%s");
            text = strchr(text, '}');
        } else {
            g_string_append_c(scan->text, *text);
        }
    scan->at = at;
    return TRUE;
}

static void skip_blank(Scan *scan)
{
    while (scan->at < scan->end && strchr(" \t\n\\", *scan->at) != NULL)
        scan->at++;
}

/* Literals and names side by side, or with a + between them. */
static gboolean take_text(Scan *scan)
{
    gboolean found = FALSE;
    for (skip_blank(scan); scan->at < scan->end; skip_blank(scan)) {
        const char *before = scan->at;
        if (found && *scan->at == '+') {
            scan->at++;
            skip_blank(scan);
        }
        if (!take_literal(scan) && !take_named(scan)) {
            if (found && before < scan->at)
                g_string_append(scan->text, "%s");
            break;
        }
        found = TRUE;
    }
    return found;
}

/* The first text of the arguments; what else is handed over is passed by. */
static gboolean find_text(Scan *scan)
{
    while (scan->at < scan->end) {
        const char *before = scan->at;
        if (take_text(scan))
            return TRUE;
        scan->at = before;
        g_autofree char *name = python_take_name(&scan->at, scan->end); /* _('…'), errno */
        if (name == NULL)
            scan->at++;
    }
    return FALSE;
}

/* ---- lines ---- */

static gboolean add(PythonRaises *raises, const char *exception, const char *text, guint line, GError **error)
{
    guint letters = 0;
    for (const char *at = text; *at != '\0'; at++)
        letters += g_ascii_isalpha(*at) != 0 && (at == text || at[-1] != '%');
    if (letters < LEAST)
        return TRUE;
    statement_put_text(raises->add, 1, text);
    statement_put_text(raises->add, 2, exception);
    statement_put_text(raises->add, 3, raises->function != NULL ? raises->function : raises->module);
    statement_put_text(raises->add, 4, raises->path);
    statement_put_int(raises->add, 5, line);
    return statement_write(raises->add, error);
}

/* raise source.error("nothing to repeat", …): the last name is the exception. */
static gboolean read_raise(PythonRaises *raises, const char *at, const PythonLine *line, GError **error)
{
    g_autofree char *name = python_take_name(&at, line->end);
    if (name == NULL || at >= line->end || *at != '(')
        return TRUE;
    g_autoptr(GString) text = g_string_new(NULL);
    Scan scan = {raises, at + 1, line->end, text};
    const char *last = strrchr(name, '.');
    return !find_text(&scan) || add(raises, last != NULL ? last + 1 : name, text->str, line->line, error);
}

/* NAME = 'text': kept for what comes behind it. */
static void read_assignment(PythonRaises *raises, const PythonLine *line)
{
    const char *at = line->start;
    g_autofree char *name = g_ascii_isalpha(*at) || *at == '_' ? python_take_name(&at, line->end) : NULL;
    if (name == NULL || line->end - at < 3 || *at != '=' || at[1] == '=' || strchr(name, '.') != NULL)
        return;
    at += 1 + strspn(at + 1, " (");
    if (at[0] == '_' && at[1] == '(') /* gettext's */
        at += 2;
    g_autoptr(GString) text = g_string_new(NULL);
    Scan scan = {raises, at, line->end, text};
    if (take_text(&scan))
        g_hash_table_insert(raises->function != NULL ? raises->here : raises->texts, g_steal_pointer(&name),
                            g_strdup(text->str));
}

gboolean python_raises_line(PythonRaises *raises, const PythonLine *line, GError **error)
{
    const char *rest;
    if (raises->function != NULL && line->indent <= raises->indent)
        python_raises_function(raises, NULL, NULL, 0);
    if (python_line_begins(line, "raise", &rest))
        return read_raise(raises, rest, line, error);
    const char *behind = *line->start == 'i' || *line->start == 'e' ? g_strstr_len(line->start, line->end - line->start, ": raise ")
                                                                    : NULL;
    if (behind != NULL)
        return read_raise(raises, behind + strlen(": raise "), line, error);
    read_assignment(raises, line);
    return TRUE;
}

/* ---- all of it ---- */

void python_raises_module(PythonRaises *raises, const char *module, const char *path)
{
    raises->module = module;
    raises->path = path;
    g_hash_table_remove_all(raises->texts);
    python_raises_function(raises, NULL, NULL, 0);
}

void python_raises_function(PythonRaises *raises, const char *of, const char *name, guint indent)
{
    g_free(raises->function);
    raises->function = name != NULL ? g_strconcat(of, ".", name, NULL) : NULL;
    raises->indent = indent;
    g_hash_table_remove_all(raises->here);
}

PythonRaises *python_raises_new(Linking *linking, GError **error)
{
    Statement *add = database_prepare_file(linking->database, "indexer/link/python_add_message.sql", error);
    if (add == NULL)
        return NULL;
    PythonRaises *raises = g_new0(PythonRaises, 1);
    raises->add = add;
    raises->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    raises->here = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return raises;
}

void python_raises_free(PythonRaises *raises)
{
    statement_free(raises->add);
    g_free(raises->function);
    g_hash_table_unref(raises->texts);
    g_hash_table_unref(raises->here);
    g_free(raises);
}
