/* messages_exception.c: which exception a call raises. See messages_inside.h. */
#include "link/messages_inside.h"

#include <string.h>

#define EXCEPTION     "PyExc_"
#define NEW_EXCEPTION "PyErr_NewException" /* and PyErr_NewExceptionWithDoc */
#define TYPE_OF       "Py_TYPE" /* (PyObject *)Py_TYPE(error): what the object was made of */

/* The first exception that is put into a variable or a field between two places: ThreadError = PyExc_RuntimeError, or
 * state->error = PyErr_NewException("zlib.error", …). The caller frees it; NULL: none is. */
static char *find_stored(const char *name, const char *from, const char *to)
{
    gsize length = strlen(name);
    for (const char *at = g_strstr_len(from, to - from, name); at != NULL; at = g_strstr_len(at + 1, to - at - 1, name)) {
        const char *value = messages_stored(at, length, from);
        Stretch all = value != NULL ? call_text_trim(value, messages_end_of_value(value, to)) : (Stretch){at, at};
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

/* Of a variable what is put into it, or its own name. */
char *messages_exception(Site *site)
{
    if (site->variable == NULL)
        return g_strdup(site->exception);
    char *found = stored_in_caller(site, site->variable);
    const char *in_file = found == NULL ? stored_in_file(site, site->variable) : "";
    return found != NULL ? found : g_strdup(*in_file != '\0' ? in_file : site->variable);
}

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
        const char *value = messages_assigned(at, strlen(name), from);
        g_autoptr(GArray) arguments = value != NULL ? call_text_arguments(call_text_trim(value, to).from) : NULL;
        if (arguments == NULL || arguments->len == 0)
            continue;
        *constructor = g_array_index(arguments, Stretch, 0);
        return TRUE;
    }
    return FALSE;
}

/* The last name of an expression, as Python has it: PyExc_TypeError and state->TypeError alike are TypeError. */
void messages_take_exception(Site *site, Stretch value)
{
    value = messages_without_cast(value);
    Stretch constructed;
    if (stretch_is(call_text_name(value.from), TYPE_OF) && find_constructor(site, value, &constructed))
        value = messages_without_cast(constructed);
    const char *last = value.to;
    while (last > value.from && (g_ascii_isalnum(last[-1]) || last[-1] == '_'))
        last--;
    Stretch name = {last, value.to};
    g_free(site->exception);
    g_free(site->variable);
    site->exception = site->variable = NULL;
    site->exception_from = last == value.from ? call_text_parameter(site->signature, name) : -1;
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
        messages_take_exception(site, call_text_name(at));
    return at != NULL;
}

void messages_take_macro_exception(Site *site, gint64 macro, const char *from, const char *to)
{
    Statement *statement = site->messages->macro;
    if (find_exception(site, from, to))
        return;
    statement_reset(statement);
    statement_bind_int(statement, "id", macro);
    if (!statement_step(statement, &site->messages->error))
        return;
    const char *path = statement_text(statement, 0);
    const SourceText *source = source_texts_get(site->messages->files, site->messages->linking->root, path);
    if (source != NULL)
        find_exception(site, source_text_at(source, statement_int(statement, 1), 1),
                       source_text_at(source, statement_int(statement, 2) + 1, 1));
}
