/* messages.c: the texts of errors, and where they are raised. See linkers.h.
 *
 *   PyErr_SetObject(exception, value)  <── calls by name ── functions that hand a parameter on ── … ──> table message
 *
 * Mirrors Python/errors.c, whose functions take the exception and then what it says:
 *
 *     PyErr_SetString(PyExc_IndexError, "list index out of range");
 *     PyErr_SetObject(PyExc_IndexError, indexerr);        (a variable: what is assigned to it)
 *     PyErr_SetObject(PyExc_IndexError, &_Py_STR(list_err));
 *     format_exc_check_arg(PyExc_NameError, NAME_ERROR_MSG, name);   (hands its parameter on to PyErr_Format)
 *
 * Only the ends are named here. A function that gives a parameter of its own to one that raises is one that raises, and
 * its calls are looked at in turn. What a text is made of at run time alone is not known; a call's words come from
 * call_text.h. */
#include "link/call_text.h"
#include "link/linkers.h"
#include "store/data.h"

#include <string.h>

enum {
    DEEP = 6,      /* variables behind variables and calls */
    ASSIGNED = 20, /* assignments of one variable that are looked at */
};

/* Which argument is the exception, and which says what is wrong; from 0. */
static const struct {
    const char *name;
    int exception, message;
} RAISING[] = {
    {"PyErr_SetObject", 0, 1},  {"PyErr_SetString", 0, 1},  {"PyErr_Format", 0, 1},  {"PyErr_FormatV", 0, 1},
    {"_PyErr_SetObject", 1, 2}, {"_PyErr_SetString", 1, 2}, {"_PyErr_Format", 1, 2}, {"PyErr_WarnEx", 0, 1},
    {"PyErr_WarnFormat", 0, 2},
};

#define BUILD_VALUE "Py_BuildValue" /* its first argument says of what types the others are */
#define NAMED_TEXT  "_Py_STR"       /* &_Py_STR(list_err): a text that has a name, from 3.12 */
#define EXCEPTION   "PyExc_"
#define NEW_EXCEPTION "PyErr_NewException" /* and PyErr_NewExceptionWithDoc */
#define TYPE_OF     "Py_TYPE" /* (PyObject *)Py_TYPE(error): what the object was made of */

/* A function that raises what it is told. */
typedef struct Raising {
    gint64 id;
    int exception, message; /* its arguments; -1: always the same exception */
    char *always;           /* that; NULL: it is not known */
} Raising;

typedef struct Messages {
    Linking *linking;
    Statement *insert, *sites, *literals, *macro, *variable;
    GPtrArray *raising; /* of Raising, in the order in which they are looked at */
    GHashTable *known;  /* "id message" of them */
    GHashTable *files;  /* path -> SourceText, or NULL */
    GHashTable *named;  /* NULL: not read yet; name -> text */
    GHashTable *stored; /* "file name" -> exception that is put there, or "" */
    GError *error;
} Messages;

/* A call of one that raises. */
typedef struct Site {
    Messages *messages;
    const Raising *raising;
    const SourceText *source;
    gint64 file, line, caller, caller_line, caller_end;
    gboolean is_in_caller; /* it stands in the caller's lines, and not in a macro's or another file's */
    const char *signature;
    char *exception;    /* by its name in Python; NULL: not known */
    char *variable;     /* that is the exception; NULL */
    const char *said_at; /* where what is said was put into a variable; NULL */
    int exception_from; /* the parameter of the caller that is the exception; -1 */
    GHashTable *said;   /* texts that were added for this call */
} Site;

static Statement *prepare(Messages *messages, const char *name)
{
    g_autofree char *file = g_strdup_printf("indexer/link/messages_%s.sql", name);
    return messages->error == NULL ? database_prepare_file(messages->linking->database, file, &messages->error) : NULL;
}

static const SourceText *read_file(Messages *messages, const char *path)
{
    gpointer source;
    if (!g_hash_table_lookup_extended(messages->files, path, NULL, &source)) {
        source = source_text_read(messages->linking->root, path);
        g_hash_table_insert(messages->files, g_strdup(path), source);
    }
    return source;
}

/* ---- functions that raise ----------------------------------------------------------------------------- */

static void raising_free(gpointer data)
{
    Raising *raising = data;
    g_free(raising->always);
    g_free(raising);
}

static void add_raising(Messages *messages, gint64 id, int exception, int message, const char *always)
{
    char *key = g_strdup_printf("%" G_GINT64_FORMAT " %d", id, message);
    if (!g_hash_table_add(messages->known, key))
        return;
    Raising *raising = g_new0(Raising, 1);
    *raising = (Raising){id, exception, message, g_strdup(always)};
    g_ptr_array_add(messages->raising, raising);
}

static void add_ends(Messages *messages)
{
    g_autoptr(Statement) functions = prepare(messages, "functions");
    for (guint i = 0; functions != NULL && i < G_N_ELEMENTS(RAISING); i++) {
        statement_reset(functions);
        statement_bind_text(functions, "name", RAISING[i].name);
        while (statement_step(functions, &messages->error))
            add_raising(messages, statement_int(functions, 0), RAISING[i].exception, RAISING[i].message, NULL);
    }
}

/* The last brackets of a signature: "Py_LOCAL_INLINE(void *) raise_at(Parser *p, …)". NULL: there are none. */
static const char *parameters_in(const char *signature)
{
    const char *open = NULL;
    for (const char *at = signature; *at != '\0'; at = call_text_skip(at))
        if (*at == '(')
            open = at;
    return open;
}

/* The number of a parameter of the function that holds the call; -1: it has none of that name. */
static int parameter_of(const Site *site, Stretch name)
{
    const char *open = site->signature == NULL ? NULL : parameters_in(site->signature);
    if (open == NULL)
        return -1;
    const char *before = open;
    while (before > site->signature && (g_ascii_isalnum(before[-1]) || before[-1] == '_'))
        before--;
    g_autoptr(GArray) parameters = call_text_arguments(before);
    for (guint i = 0; i < parameters->len; i++) {
        Stretch parameter = g_array_index(parameters, Stretch, i);
        const char *last = parameter.to;
        while (last > parameter.from && (g_ascii_isalnum(last[-1]) || last[-1] == '_'))
            last--;
        if (parameter.to - last == name.to - name.from &&
            memcmp(last, name.from, (gsize)(name.to - name.from)) == 0)
            return (int)i;
    }
    return -1;
}

/* ---- assignments in a text ---------------------------------------------------------------------------- */

static gboolean is_word_at(const char *at, const char *start)
{
    return at == start || !(g_ascii_isalnum(at[-1]) || at[-1] == '_');
}

/* What stands behind " =" at `at`; NULL: something else is there. */
static const char *behind_sign(const char *at)
{
    at += strspn(at, " \t");
    return at[0] == '=' && at[1] != '=' ? at + 1 : NULL;
}

static const char *end_of_statement(const char *at, const char *end)
{
    while (at < end && *at != ';' && *at != ',' && *at != ')')
        at = call_text_skip(at);
    return MIN(at, end);
}

/* The first exception that is put into a variable or a field between two places: ThreadError = PyExc_RuntimeError, or
 * state->error = PyErr_NewException("zlib.error", …). The caller frees it; NULL: none is. */
static char *find_stored(const char *name, const char *from, const char *to)
{
    gsize length = strlen(name);
    for (const char *at = g_strstr_len(from, to - from, name); at != NULL; at = g_strstr_len(at + 1, to - at - 1, name)) {
        const char *value = is_word_at(at, from) ? behind_sign(at + length) : NULL;
        Stretch all = value != NULL ? call_text_trim(value, end_of_statement(value, to)) : (Stretch){at, at};
        const char *known = g_strstr_len(all.from, all.to - all.from, EXCEPTION);
        const char *made = g_strstr_len(all.from, all.to - all.from, NEW_EXCEPTION);
        g_autoptr(GArray) arguments = made != NULL && known == NULL ? call_text_arguments(made) : NULL;
        g_autoptr(GString) text = g_string_new(NULL);
        if (known != NULL)
            return stretch_dup((Stretch){known + strlen(EXCEPTION), call_text_name(known).to});
        if (arguments != NULL && arguments->len > 0 && call_text_literal(g_array_index(arguments, Stretch, 0), text))
            return g_strdup(text->str);
    }
    return NULL;
}

/* What the file puts into it; "" where it says nothing of that. */
static const char *stored_in_file(Site *site, const char *name)
{
    char *key = g_strdup_printf("%" G_GINT64_FORMAT " %s", site->file, name);
    char *found = g_hash_table_lookup(site->messages->stored, key);
    if (found == NULL) {
        found = find_stored(name, site->source->text, site->source->text + site->source->length);
        found = found != NULL ? found : g_strdup("");
        g_hash_table_insert(site->messages->stored, key, found);
        return found;
    }
    g_free(key);
    return found;
}

/* In a switch each case may put another one into a variable beside the text: what stands between the case and its end counts
 * before what stands at the start of the function. */
static char *stored_in_caller(const Site *site, const char *name)
{
    const char *from = site->is_in_caller ? source_text_at(site->source, site->caller_line, 1) : NULL;
    const char *to = from == NULL ? NULL : source_text_at(site->source, site->caller_end, 1);
    if (to == NULL)
        return NULL;
    const char *text = site->said_at != NULL && site->said_at > from && site->said_at < to ? site->said_at : NULL;
    const char *start = text != NULL ? g_strrstr_len(from, text - from, "case ") : NULL;
    const char *end = start != NULL ? g_strstr_len(text, to - text, "break;") : NULL;
    char *found = end != NULL ? find_stored(name, start, end) : NULL;
    return found != NULL ? found : find_stored(name, from, to);
}

/* ---- what is said ------------------------------------------------------------------------------------- */

static void resolve(Site *site, Stretch value, int depth);

/* Of a variable what is put into it, or its own name. The caller frees it; NULL: it is not known. */
static char *name_exception(Site *site)
{
    if (site->variable == NULL)
        return g_strdup(site->exception);
    char *found = stored_in_caller(site, site->variable);
    const char *in_file = found == NULL ? stored_in_file(site, site->variable) : "";
    return found != NULL ? found : g_strdup(*in_file != '\0' ? in_file : site->variable);
}

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
    g_autofree char *exception = name_exception(site);
    statement_put_text(insert, 2, exception);
    statement_put_int(insert, 3, site->caller);
    statement_put_int(insert, 4, site->file);
    statement_put_int(insert, 5, site->line);
    if (site->messages->error == NULL)
        statement_write(insert, &site->messages->error);
}

/* The literals that the crawl saw there: those that a macro brings as well. */
static gboolean add_crawled(Site *site, const char *from, const char *to)
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
    g_autoptr(Statement) statement = prepare(messages, "named");
    messages->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (statement == NULL || !statement_step(statement, &messages->error))
        return;
    const SourceText *header = read_file(messages, statement_text(statement, 0));
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
            resolve(site, g_array_index(arguments, Stretch, i), depth + 1);
}

/* Whether `name` stands at `at` as a whole word, and is assigned to. Gives what is behind the sign. */
static const char *assigned_at(const char *at, gsize length, const char *start)
{
    gboolean is_field = at > start && (at[-1] == '.' || at[-1] == '>');
    return is_word_at(at, start) && !is_field ? behind_sign(at + length) : NULL;
}

/* All that is assigned to a variable between two places; how often. */
static guint resolve_assigned(Site *site, const char *name, const char *from, const char *to, int depth)
{
    guint count = 0;
    gsize length = strlen(name);
    for (const char *at = strstr(from, name); at != NULL && at < to && count < ASSIGNED; at = strstr(at + length, name)) {
        const char *value = assigned_at(at, length, from);
        if (value == NULL)
            continue;
        site->said_at = value;
        resolve(site, call_text_trim(value, end_of_statement(value, to)), depth + 1);
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
    int parameter = parameter_of(site, name);
    if (stretch_is(name, "NULL") || name.from == name.to)
        return;
    if (parameter >= 0)
        add_raising(site->messages, site->caller, site->exception_from, parameter, site->exception);
    else if (!add_crawled(site, name.from, name.to))
        resolve_variable(site, name, depth);
}

static Stretch without_cast(Stretch value)
{
    while (value.from < value.to && (*value.from == '&' || *value.from == '(')) {
        const char *close = *value.from == '(' ? call_text_skip(value.from) : NULL;
        if (close != NULL && close >= value.to)
            value.to--;
        value = call_text_trim(close != NULL && close < value.to ? close : value.from + 1, value.to);
    }
    return value;
}

static void resolve(Site *site, Stretch value, int depth)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Stretch yes, no;
    if (depth > DEEP || value.from >= value.to)
        return;
    if (call_text_branches(value, &yes, &no)) {
        resolve(site, yes, depth);
        resolve(site, no, depth);
        return;
    }
    value = without_cast(value);
    if (call_text_literal(value, text)) {
        add_message(site, text->str);
        return;
    }
    Stretch name = call_text_name(value.from);
    if (*value.from == '"' || (name.to > name.from && name.to < value.to && strchr("\" \n", *name.to) != NULL))
        add_crawled(site, value.from, value.to); /* a literal with a macro in it */
    else if (name.to == value.to)
        resolve_name(site, name, depth);
    else if (name.to > name.from && *name.to == '(')
        resolve_call(site, value, depth);
}

/* ---- which exception ---------------------------------------------------------------------------------- */

/* error = PyObject_Call(exception, …): what the object is made of, whose type is raised. */
static gboolean find_constructor(const Site *site, Stretch type_of, Stretch *constructor)
{
    g_autoptr(GArray) of = call_text_arguments(type_of.from);
    const char *from = of->len == 1 ? source_text_at(site->source, site->caller_line, 1) : NULL;
    const char *to = from != NULL ? source_text_at(site->source, site->caller_end, 1) : NULL;
    if (to == NULL || !site->is_in_caller)
        return FALSE;
    g_autofree char *name = stretch_dup(g_array_index(of, Stretch, 0));
    for (const char *at = g_strstr_len(from, to - from, name); at != NULL; at = g_strstr_len(at + 1, to - at - 1, name)) {
        const char *value = assigned_at(at, strlen(name), from);
        g_autoptr(GArray) arguments = value != NULL ? call_text_arguments(call_text_trim(value, to).from) : NULL;
        if (arguments == NULL || arguments->len == 0)
            continue;
        *constructor = g_array_index(arguments, Stretch, 0);
        return TRUE;
    }
    return FALSE;
}

/* The last name of an expression, as Python has it: PyExc_TypeError and state->TypeError alike are TypeError. */
static void take_exception(Site *site, Stretch value)
{
    value = without_cast(value);
    Stretch constructed;
    if (stretch_is(call_text_name(value.from), TYPE_OF) && find_constructor(site, value, &constructed))
        value = without_cast(constructed);
    const char *last = value.to;
    while (last > value.from && (g_ascii_isalnum(last[-1]) || last[-1] == '_'))
        last--;
    Stretch name = {last, value.to};
    g_free(site->exception);
    g_free(site->variable);
    site->exception = site->variable = NULL;
    site->exception_from = last == value.from ? parameter_of(site, name) : -1;
    if (site->exception_from < 0 && name.to > name.from) {
        g_autofree char *text = stretch_dup(name);
        if (g_str_has_prefix(text, EXCEPTION))
            site->exception = g_strdup(text + strlen(EXCEPTION));
        else
            site->variable = g_steal_pointer(&text);
    }
}

/* The first exception that is named between two places. */
static gboolean find_exception(Site *site, const char *from, const char *to)
{
    const char *at = from == NULL || to == NULL ? NULL : g_strstr_len(from, to - from, EXCEPTION);
    if (at != NULL)
        take_exception(site, call_text_name(at));
    return at != NULL;
}

/* Of a call that a macro carries: what the use names, or the macro. */
static void find_macro_exception(Site *site, gint64 macro, const char *from, const char *to)
{
    Statement *statement = site->messages->macro;
    if (find_exception(site, from, to))
        return;
    statement_reset(statement);
    statement_bind_int(statement, "id", macro);
    if (!statement_step(statement, &site->messages->error))
        return;
    const SourceText *source = read_file(site->messages, statement_text(statement, 0));
    if (source != NULL)
        find_exception(site, source_text_at(source, statement_int(statement, 1), 1),
                       source_text_at(source, statement_int(statement, 2) + 1, 1));
}

/* ---- calls -------------------------------------------------------------------------------------------- */

/* A macro's use: the literal that the crawl saw there. */
static void take_macro(Site *site, const char *at, gint64 macro)
{
    const char *name_end = call_text_name(at).to;
    const char *end = *name_end == '(' ? call_text_skip(name_end) : name_end;
    find_macro_exception(site, macro, at, end);
    if (add_crawled(site, at, MAX(end, at + 1)) || *name_end != '(')
        return;
    g_autoptr(GArray) arguments = call_text_arguments(at);
    for (guint i = 0; i < arguments->len && g_hash_table_size(site->said) == 0; i++)
        resolve(site, g_array_index(arguments, Stretch, i), 0);
}

static void take_call(Site *site, const char *at)
{
    g_autoptr(GArray) arguments = call_text_arguments(at);
    const Raising *raising = site->raising;
    if ((int)arguments->len <= raising->message)
        return;
    if (raising->exception >= 0 && raising->exception < (int)arguments->len)
        take_exception(site, g_array_index(arguments, Stretch, raising->exception));
    resolve(site, g_array_index(arguments, Stretch, raising->message), 0);
}

static void take_site(Messages *messages, const Raising *raising, Statement *row)
{
    const SourceText *source = read_file(messages, statement_text(row, 1));
    const char *at = source == NULL ? NULL : source_text_at(source, statement_int(row, 2), statement_int(row, 3));
    if (at == NULL)
        return;
    Site site = {
        .messages = messages,
        .raising = raising,
        .source = source,
        .file = statement_int(row, 0),
        .line = statement_int(row, 2),
        .caller = statement_int(row, 4),
        .caller_line = statement_int(row, 6),
        .caller_end = statement_int(row, 7),
        .is_in_caller = statement_int(row, 0) == statement_int(row, 5),
        .signature = statement_text(row, 8),
        .exception = g_strdup(raising->always),
        .exception_from = -1,
        .said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    if (statement_is_null(row, 9))
        take_call(&site, at);
    else
        take_macro(&site, at, statement_int(row, 9));
    g_hash_table_unref(site.said);
    g_free(site.exception);
    g_free(site.variable);
}

static void take_calls_of(Messages *messages, const Raising *raising)
{
    statement_reset(messages->sites);
    statement_bind_int(messages->sites, "callee", raising->id);
    while (messages->error == NULL && statement_step(messages->sites, &messages->error))
        take_site(messages, raising, messages->sites);
}

static void source_free(gpointer source)
{
    if (source != NULL)
        source_text_free(source);
}

static void run(Messages *messages)
{
    g_autoptr(Statement) clear = prepare(messages, "clear");
    if (clear == NULL || !statement_write(clear, &messages->error))
        return;
    add_ends(messages);
    for (guint i = 0; i < messages->raising->len && messages->error == NULL; i++)
        take_calls_of(messages, g_ptr_array_index(messages->raising, i));
}

gboolean link_messages(Linking *linking, GError **error)
{
    Messages messages = {.linking = linking};
    g_autoptr(Statement) insert = messages.insert = prepare(&messages, "add");
    g_autoptr(Statement) sites = messages.sites = prepare(&messages, "sites");
    g_autoptr(Statement) literals = messages.literals = prepare(&messages, "literals");
    g_autoptr(Statement) macro = messages.macro = prepare(&messages, "macro");
    g_autoptr(Statement) variable = messages.variable = prepare(&messages, "variable");
    messages.raising = g_ptr_array_new_with_free_func(raising_free);
    messages.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    messages.stored = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    messages.files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, source_free);
    if (messages.error == NULL)
        run(&messages);
    g_ptr_array_unref(messages.raising);
    g_hash_table_unref(messages.known);
    g_hash_table_unref(messages.files);
    g_hash_table_unref(messages.stored);
    g_clear_pointer(&messages.named, g_hash_table_unref);
    if (messages.error != NULL)
        g_propagate_error(error, messages.error);
    return messages.error == NULL;
}
