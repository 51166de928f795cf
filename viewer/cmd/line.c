/* line.c: the words of a command line; see line.h. One pass: until the command's name only global options are
 * known, after it the command's own as well. An option's argument follows as `--depth 2`, `--depth=2`, `-d 2`
 * or `-d2`; `--` ends the options, a lone `-` is an argument (it is an operator of Python). */
#include "cmd/line.h"

#include "cmd/fresh.h"
#include "page/text.h"
#include "query/nearest.h"

#include <string.h>

const CommandOption global_options[] = {
    {"db", 0, "FILE", "the index to ask, instead of the study folder's"},
    {"at", 0, "VERSION", "the study folder's index of that version"},
    {"src", 0, "DIR", "the CPython tree, if it does not lie beside the index"},
    {"json", 0, NULL, "one JSON object; nothing is cut"},
    {"tsv", 0, NULL, "the rows of the tables, apart by tabs; nothing is cut"},
    {"vimgrep", 0, NULL, "file:line:column:text, for an editor's list of places"},
    {"html", 0, NULL, "a web page"},
    {"all", 0, NULL, "everything: what is cut or hidden otherwise"},
    {"no-color", 0, NULL, "no colours (nor with NO_COLOR set, nor in a pipe)"},
    {"no-pager", 0, NULL, "no pager on a terminal (else $CPYREAD_PAGER, $PAGER or less)"},
    {"help", 'h', NULL, "what the command does"},
    {"version", 0, NULL, "the program's version"},
    {NULL, 0, NULL, NULL},
};

/* Appends `word` to the list, which keeps a NULL as its last element. */
static void add_word(GPtrArray *list, char *word)
{
    g_ptr_array_insert(list, (gint)list->len - 1, word);
}

static GPtrArray *new_list(void)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(list, NULL);
    return list;
}

void line_free(Line *line)
{
    g_ptr_array_unref(line->arguments);
    g_ptr_array_unref(line->options);
    g_strfreev(line->words);
    g_free(line);
}

/* The option that `word` ("--depth=2", "-d2") is a form of. */
static const CommandOption *find_option(const CommandOption *options, const char *word)
{
    gsize length = strcspn(word, "=");
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        if (word[1] == '-' && strlen(option->name) == length - 2 &&
            strncmp(option->name, word + 2, length - 2) == 0)
            return option;
        if (word[1] != '-' && option->short_name != 0 && word[1] == option->short_name)
            return option;
    }
    return NULL;
}

/* What stands in the word itself after the option's name; NULL: nothing. */
static const char *attached_value(const char *word)
{
    if (word[1] != '-')
        return word[2] == '\0' ? NULL : word + 2 + (word[2] == '=');
    const char *equals = strchr(word, '=');
    return equals != NULL ? equals + 1 : NULL;
}

static gboolean usage_error(GError **error, const Line *line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* "callers: …; more: cpyread callers --help"; always FALSE. */
static gboolean usage_error(GError **error, const Line *line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    const char *name = line->command != NULL ? line->command->name : NULL;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "%s%s%s; more: cpyread %s%s--help",
                name != NULL ? name : "", name != NULL ? ": " : "", message, name != NULL ? name : "",
                name != NULL ? " " : "");
    return FALSE;
}

static gboolean unknown_option(const Line *line, const char *word, GError **error)
{
    g_autoptr(GString) known = g_string_new(NULL);
    const CommandOption *option = line->command != NULL ? line->command->options : global_options;
    for (; option != NULL && option->name != NULL; option++)
        g_string_append_printf(known, "%s--%s%s%s", known->len > 0 ? ", " : "", option->name,
                               option->argument != NULL ? " " : "",
                               option->argument != NULL ? option->argument : "");
    int length = (int)strcspn(word, "=");
    if (known->len == 0)
        return usage_error(error, line, "unknown option %.*s, it has none of its own", length, word);
    return usage_error(error, line, "unknown option %.*s, it has: %s", length, word, known->str);
}

static gboolean set_once(const char **place, const char *value, const char *what, const Line *line,
                         GError **error)
{
    if (*place != NULL && strcmp(*place, value) != 0)
        return usage_error(error, line, "--%s and --%s contradict each other", *place, what);
    *place = value;
    return TRUE;
}

static gboolean set_global(Line *line, const CommandOption *option, const char *value, GError **error)
{
    const char *name = option->name;
    static const char *const formats[] = {"json", "tsv", "vimgrep", "html", NULL};
    if (g_strv_contains(formats, name))
        return set_once(&line->format, name, name, line, error);
    if (strcmp(name, "db") == 0)
        line->choice.db = value;
    else if (strcmp(name, "at") == 0)
        line->choice.at = value;
    else if (strcmp(name, "src") == 0)
        line->choice.src = value;
    else if (strcmp(name, "all") == 0)
        line->all = TRUE;
    else if (strcmp(name, "no-color") == 0)
        line->no_color = TRUE;
    else if (strcmp(name, "no-pager") == 0)
        line->no_pager = TRUE;
    else if (strcmp(name, "help") == 0)
        line->help = TRUE;
    else if (strcmp(name, "version") == 0)
        line->version = TRUE;
    if (line->choice.db != NULL && line->choice.at != NULL)
        return usage_error(error, line, "--db and --at contradict each other");
    return TRUE;
}

/* Takes the option in words[*at], and its argument from there or from the next word. */
static gboolean take_option(Line *line, char **words, guint *at, GError **error)
{
    const char *word = words[*at];
    const CommandOption *own = line->command != NULL ? find_option(line->command->options, word) : NULL;
    const CommandOption *option = own != NULL ? own : find_option(global_options, word);
    if (option == NULL)
        return unknown_option(line, word, error);
    const char *value = attached_value(word);
    if (option->argument == NULL && value != NULL)
        return usage_error(error, line, "--%s takes no argument", option->name);
    if (option->argument != NULL && value == NULL && (value = words[++*at]) == NULL)
        return usage_error(error, line, "--%s needs its argument: --%s %s", option->name, option->name,
                           option->argument);
    if (own == NULL)
        return set_global(line, option, value, error);
    add_word(line->options, value != NULL ? g_strdup_printf("--%s=%s", option->name, value)
                                          : g_strdup_printf("--%s", option->name));
    return TRUE;
}

static gboolean unknown_command(const char *name, GError **error)
{
    NearestNames *near = nearest_new(name, 3);
    for (const Command *const *command = commands; *command != NULL; command++)
        nearest_offer(near, (*command)->name);
    g_auto(GStrv) names = nearest_finish(near);
    g_autofree char *list = g_strjoinv(", ", names);
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "no command %s%s%s; all of them: cpyread --help", name,
                *list != '\0' ? "; nearest: " : "", list);
    return FALSE;
}

static gboolean check_arguments(const Line *line, GError **error)
{
    const Command *command = line->command;
    int given = (int)line->arguments->len - 1;
    const char *space = *command->usage != '\0' ? " " : "";
    if (given < command->min_arguments)
        return usage_error(error, line, "usage: cpyread %s%s%s", command->name, space, command->usage);
    if (command->max_arguments >= 0 && given > command->max_arguments)
        return usage_error(error, line, "one argument too many, %s; usage: cpyread %s%s%s",
                           (char *)line->arguments->pdata[command->max_arguments], command->name, space,
                           command->usage);
    return TRUE;
}

/* Options that this command would silently ignore. */
static gboolean check_globals(const Line *line, GError **error)
{
    const Command *command = line->command;
    const char *other = line->choice.at != NULL    ? "at"
                        : line->choice.src != NULL ? "src"
                        : line->choice.db != NULL  ? "db"
                                                   : NULL;
    if (command->hands_over && line->choice.at != NULL)
        return usage_error(error, line,
                           "--at chooses an index to ask; the one to make is named with --db FILE");
    if (command->hands_over && line->choice.src != NULL)
        return usage_error(error, line, "the tree to read is an argument, not --src: cpyread index %s",
                           line->choice.src);
    if (command->hands_over && (line->all || (line->format != NULL && strcmp(line->format, "json") != 0)))
        return usage_error(error, line, "--%s says how an answer is printed; this one prints plain text",
                           line->all ? "all" : line->format);
    if (!command->hands_over && !command->needs_index && !command->looks_for_index && other != NULL &&
        strcmp(command->name, "help") != 0)
        return usage_error(error, line, "it asks no index: --%s has no meaning here", other);
    return TRUE;
}

/* -x of `py -x`: one dash, and no option. */
static gboolean is_code(const Line *line, const char *word)
{
    return line->command != NULL && line->command->takes_code && word[0] == '-' && word[1] != '-' &&
           find_option(line->command->options, word) == NULL && find_option(global_options, word) == NULL;
}

static gboolean take_words(Line *line, GError **error)
{
    gboolean options_end = FALSE;
    for (guint i = 0; line->words[i] != NULL; i++) {
        char *word = line->words[i];
        gboolean is_option = word[0] == '-' && word[1] != '\0' && !options_end && !is_code(line, word);
        if (is_option && strcmp(word, "--") == 0) {
            options_end = TRUE;
        } else if (is_option) {
            if (!take_option(line, line->words, &i, error))
                return FALSE;
        } else if (line->command != NULL) {
            add_word(line->arguments, g_strdup(word));
        } else {
            line->command = command_find(word);
            if (line->command == NULL)
                return unknown_command(word, error);
            for (; line->command->hands_over && line->words[i + 1] != NULL; i++)
                add_word(line->arguments, g_strdup(line->words[i + 1]));
        }
    }
    return TRUE;
}

Line *line_parse(const char *const *words, GError **error)
{
    g_autoptr(Line) line = g_new0(Line, 1);
    line->words = g_strdupv((char **)words);
    line->arguments = new_list();
    line->options = new_list();
    if (!take_words(line, error))
        return NULL;
    if (line->command != NULL && !line->help && !line->version &&
        (!check_globals(line, error) || !check_arguments(line, error)))
        return NULL;
    if (line->format == NULL)
        line->format = "text";
    return g_steal_pointer(&line);
}

const char *line_glance(const char *const *words, gboolean *wants_json)
{
    const Command *command = NULL;
    *wants_json = FALSE;
    for (; *words != NULL && strcmp(*words, "--") != 0; words++) {
        const CommandOption *option = **words == '-' ? find_option(global_options, *words) : NULL;
        if (command != NULL && command->hands_over)
            break;
        *wants_json |= option != NULL && strcmp(option->name, "json") == 0;
        if (**words != '-' && command == NULL)
            command = command_find(*words);
        if (option != NULL && option->argument != NULL && attached_value(*words) == NULL && words[1] != NULL)
            words++;
    }
    return command != NULL ? command->name : NULL;
}

Answer *line_run(const Line *line, Index *index, GError **error)
{
    Context context = {
        .choice = &line->choice,
        .index = index,
        .format = line->format,
        .all = line->all,
        .arguments = (GStrv)line->arguments->pdata,
        .options = (GStrv)line->options->pdata,
    };
    Answer *answer = line->command->run(&context, error);
    if (answer == NULL)
        return NULL;
    answer->command = g_strdup(line->command->name);
    if (index != NULL) {
        gboolean is_cut = strcmp(line->format, "text") == 0 && !line->all;
        fresh_check(index, answer, is_cut ? TEXT_ROWS : G_MAXUINT);
        answer->tree = g_strdup(index_tree(index));
    }
    return answer;
}
