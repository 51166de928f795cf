/* graph_options.c: what may be said together to `cpyread graph`, and what the options say; see graph_options.h. */
#include "cmd/graph_options.h"

#include "cmd/line.h"

#include <string.h>

/* A number from `least` to `most`, or 0 if the option is not there; -1 with `error`. */
static int number_option(const Context *context, const char *name, int least, int most, GError **error)
{
    const char *text = context_option(context, name);
    gint64 number;

    if (text == NULL)
        return 0;
    if (g_ascii_string_to_signed(text, 10, least, most, &number, NULL))
        return (int)number;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--%s takes a number from %d to %d, not \"%s\"", name,
                least, most, text);
    return -1;
}

/* Of each row at most one, but for --callers and --callees: who wants both may say so. */
static gboolean check_options(const Context *context, GError **error)
{
    static const char *const apart[][2] = {
        {"path", "strip"},    {"path", "includes"}, {"path", "types"},     {"path", "callers"},
        {"path", "callees"},  {"path", "depth"},    {"strip", "includes"}, {"strip", "types"},
        {"strip", "callers"}, {"strip", "callees"}, {"strip", "depth"},    {"includes", "types"},
        {"commit", "story"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(apart); i++) {
        if (context_option(context, apart[i][0]) == NULL || context_option(context, apart[i][1]) == NULL)
            continue;
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: --%s and --%s contradict each other; more: cpyread graph --help", apart[i][0],
                    apart[i][1]);
        return FALSE;
    }
    if (context->arguments[0] == NULL &&
        (context_option(context, "commit") == NULL || context_option(context, "path") != NULL ||
         context_option(context, "includes") != NULL || context_option(context, "types") != NULL)) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: name what is to be drawn, or a commit alone: cpyread graph --commit HASH");
        return FALSE;
    }
    if (context_option(context, "path") != NULL && context->arguments[0] != NULL && context->arguments[1] != NULL) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: --path goes from one name to another: cpyread graph %s --path TO",
                    context->arguments[0]);
        return FALSE;
    }
    return TRUE;
}

gboolean graph_read_options(const Context *context, GrowOptions *options, Lang *lang, GError **error)
{
    const char *wanted = context_option(context, "lang");
    int depth = number_option(context, "depth", 1, 20, error);
    int nodes = depth < 0 ? -1 : number_option(context, "nodes", 2, 2000, error);

    if (nodes < 0 || !check_options(context, error))
        return FALSE;
    options->subject = context_option(context, "includes") != NULL ? GRAPH_INCLUDES
                       : context_option(context, "types") != NULL  ? GRAPH_TYPES
                                                                   : GRAPH_CALLS;
    options->callers = context_option(context, "callers") != NULL;
    options->callees = context_option(context, "callees") != NULL;
    options->depth = (guint)depth;
    options->nodes = (guint)nodes;
    options->all = context->all;
    *lang = LANG_EN;
    if (wanted == NULL || lang_parse(wanted, lang))
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--lang is ko or en, not \"%s\"", wanted);
    return FALSE;
}

const char *graph_format_of(const char *path, GError **error)
{
    static const char *const formats[] = {"svg", "pdf", "png", "dot"};
    const char *dot = strrchr(path, '.');

    for (guint i = 0; dot != NULL && i < G_N_ELEMENTS(formats); i++)
        if (g_ascii_strcasecmp(dot + 1, formats[i]) == 0)
            return formats[i];
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                "-o takes a file whose name ends in .svg, .pdf, .png or .dot, not \"%s\"", path);
    return NULL;
}
