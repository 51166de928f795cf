/* makefile.c: reads a Makefile.pre.in. See makefile.h for how much of make it knows.
 *
 * The shape, from CPython's Makefile.pre.in:
 *
 *     PARSER_OBJS=	$(POBJS) $(PEGEN_OBJS) Parser/myreadline.o
 *     Programs/_testembed: Programs/_testembed.o $(LINK_PYTHON_DEPS)
 *     Modules/getpath.o: $(srcdir)/Modules/getpath.c Makefile
 *     	$(CC) -c $(PY_CORE_CFLAGS) -DPREFIX='"$(prefix)"' -o $@ $(srcdir)/Modules/getpath.c
 */
#include "tree/makefile.h"

#include <string.h>

enum { DEEPEST = 20 }; /* variables within variables; a loop ends here */

/* What configure puts in for @NAME@, or for a $(NAME) that is not set, on Linux; every other name is empty. */
static const char *const configured[][2] = {
    {"srcdir", "."},
    {"DYNLOADFILE", "dynload_shlib.o"},
    {"THREADOBJ", "Python/thread.o"},
    {"MULTIARCH_CPPFLAGS", "-DMULTIARCH"},
};

static void rule_free(gpointer data)
{
    Rule *rule = data;
    g_free(rule->target);
    g_free(rule->needs);
    g_free(rule->recipe);
    g_free(rule);
}

void makefile_free(Makefile *makefile)
{
    g_hash_table_unref(makefile->variables);
    g_ptr_array_unref(makefile->rules);
    g_free(makefile);
}

static const char *configured_as(const char *name, gsize length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(configured); i++)
        if (strlen(configured[i][0]) == length && strncmp(configured[i][0], name, length) == 0)
            return configured[i][1];
    return "";
}

static void expand(const Makefile *makefile, const char *text, int depth, GString *out)
{
    for (const char *at = text; *at != '\0'; at++) {
        const char *end = NULL;
        if (at[0] == '$' && (at[1] == '(' || at[1] == '{'))
            end = strchr(at, at[1] == '(' ? ')' : '}');
        if (end != NULL) {
            g_autofree char *name = g_strndup(at + 2, end - at - 2);
            const char *value = g_hash_table_lookup(makefile->variables, name);
            if (value == NULL)
                g_string_append(out, configured_as(name, strlen(name)));
            else if (depth < DEEPEST)
                expand(makefile, value, depth + 1, out);
            at = end;
            continue;
        }
        gsize name = at[0] == '@' ? strspn(at + 1, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_") : 0;
        if (name > 0 && at[1 + name] == '@') {
            g_string_append(out, configured_as(at + 1, name));
            at += 1 + name;
            continue;
        }
        g_string_append_c(out, *at);
    }
}

static GStrv split_words(const char *text)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (const char *at = text; *at != '\0';) {
        at += strspn(at, " \t\n\r");
        gsize length = strcspn(at, " \t\n\r");
        if (length > 0)
            g_ptr_array_add(words, g_strndup(at, length));
        at += length;
    }
    g_ptr_array_add(words, NULL);
    return (GStrv)g_ptr_array_steal(words, NULL);
}

GStrv makefile_words(const Makefile *makefile, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    expand(makefile, text, 0, out);
    return split_words(out->str);
}

/* Takes one whole line off `*text`: a comment goes, a line that ends in a backslash has the next one joined
 * on. */
static char *next_line(const char **text)
{
    GString *line = g_string_new(NULL);
    gboolean more = TRUE;
    while (more && **text != '\0') {
        gsize length = strcspn(*text, "\n");
        more = length > 0 && (*text)[length - 1] == '\\';
        g_string_append_len(line, *text, more ? length - 1 : length);
        *text += length + ((*text)[length] == '\n');
    }
    return g_string_free(line, FALSE);
}

/* Takes `line` in if it is an assignment: one word, then = or := or ?= or +=. The first one of a name counts. */
static gboolean add_variable(Makefile *makefile, const char *line)
{
    gsize name = strspn(line, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
    const char *sign = line + name + strspn(line + name, " \t");
    sign += *sign == ':' || *sign == '?' || *sign == '+';
    if (name == 0 || *sign != '=')
        return FALSE;
    g_autofree char *key = g_strndup(line, name);
    if (!g_hash_table_contains(makefile->variables, key))
        g_hash_table_insert(makefile->variables, g_steal_pointer(&key), g_strstrip(g_strdup(sign + 1)));
    return TRUE;
}

/* Adds a rule for each target of `line` and returns how many. */
static guint add_rules(Makefile *makefile, const char *line)
{
    const char *colon = strchr(line, ':');
    if (colon == NULL || *line == '#')
        return 0;
    g_autofree char *head = g_strndup(line, colon - line);
    g_auto(GStrv) targets = makefile_words(makefile, head);
    for (gsize i = 0; targets[i] != NULL; i++) {
        Rule *rule = g_new0(Rule, 1);
        rule->target = g_strdup(targets[i]);
        rule->needs = g_strdup(colon + 1);
        rule->recipe = g_strdup("");
        g_ptr_array_add(makefile->rules, rule);
    }
    return g_strv_length(targets);
}

static void add_to_recipe(Makefile *makefile, guint rules, const char *line)
{
    for (guint i = makefile->rules->len - rules; i < makefile->rules->len; i++) {
        Rule *rule = makefile->rules->pdata[i];
        char *longer = g_strconcat(rule->recipe, line, "\n", NULL);
        g_free(rule->recipe);
        rule->recipe = longer;
    }
}

/* Reads `text` once for its variables, and once more for its rules, whose targets may use variables set
 * further down. */
Makefile *makefile_parse(const char *text)
{
    Makefile *makefile = g_new0(Makefile, 1);
    makefile->variables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    makefile->rules = g_ptr_array_new_with_free_func(rule_free);
    for (const char *at = text; *at != '\0';) {
        g_autofree char *line = next_line(&at);
        add_variable(makefile, line);
    }
    guint rules = 0; /* how many of the last rules the recipe lines belong to */
    for (const char *at = text; *at != '\0';) {
        g_autofree char *line = next_line(&at);
        if (*line == '\t')
            add_to_recipe(makefile, rules, line);
        else if (*line != '\0' && !add_variable(makefile, line))
            rules = add_rules(makefile, line);
    }
    return makefile;
}

GStrv makefile_defines(const Makefile *makefile, const char *target)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < makefile->rules->len; i++) {
        const Rule *rule = makefile->rules->pdata[i];
        if (strcmp(rule->target, target) != 0)
            continue;
        g_autoptr(GString) recipe = g_string_new(NULL);
        expand(makefile, rule->recipe, 0, recipe);
        for (const char *at = strstr(recipe->str, "-D"); at != NULL; at = strstr(at + 2, "-D")) {
            gsize length = strspn(at + 2, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
            if (length > 0)
                g_ptr_array_add(names, g_strndup(at + 2, length));
        }
    }
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_steal(names, NULL);
}
