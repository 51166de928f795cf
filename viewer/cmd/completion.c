/* completion.c: completion for bash, zsh and fish; see completion.h.
 *
 * What an option or an argument takes is told by the word that stands for it in the help: NAME is completed from the
 * index, FILE by file names. bash and zsh get a table of lines
 *
 *     graph) echo 'names --callers --path:names --depth:none --lang:=en,ko' ;;
 *
 * put into a script that is a file beside this one; fish has a command for each option. */
#include "cmd/completion.h"

#include "cmd/line.h"
#include "store/data.h"

#include <string.h>

/* What completes a word of the help: a kind that the scripts know, or "=" and the words that there are. */
static const struct {
    const char *word, *kind;
} kinds[] = {
    {"NAME", "names"},       {"FROM", "names"},   {"TO", "names"},
    {"WORDS", "names"},      {"RECORD", "names"}, {"FILE", "files"},
    {"NOTE.md", "files"},    {"DIR", "folders"},  {"SRC", "folders"},
    {"VERSION", "versions"}, {"OLD", "versions"}, {"NEW", "versions"},
    {"COMMAND", "commands"}, {"LANG", "=en,ko"},  {"SHELL", "=bash,zsh,fish"},
};

/* Of "NAME…", "[SRC]", "NAME|NAME …" the first word counts. */
static const char *kind_of(const char *word)
{
    const char *start = word + strspn(word, "[");
    gsize length = strspn(start, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.md");

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strlen(kinds[i].word) == length && strncmp(kinds[i].word, start, length) == 0)
            return kinds[i].kind;
    return "none";
}

static void append_words(GString *to, const CommandOption *options)
{
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        g_autofree char *kind =
            option->argument != NULL ? g_strconcat(":", kind_of(option->argument), NULL) : g_strdup("");
        g_string_append_printf(to, " --%s%s", option->name, kind);
        if (option->short_name != 0)
            g_string_append_printf(to, " -%c%s", option->short_name, kind);
    }
}

/* The lines of a `case` by the command's name; '' has the options of every command, `commands` the names of them. */
static char *shell_table(void)
{
    GString *to = g_string_new(NULL);

    g_string_append(to, "    '') echo 'commands");
    append_words(to, global_options);
    g_string_append(to, "' ;;\n    commands) echo '");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(to, "%s%s", command == commands ? "" : " ", (*command)->name);
    g_string_append(to, "' ;;\n");
    for (const Command *const *command = commands; *command != NULL; command++) {
        g_string_append_printf(to, "    %s) echo '%s", (*command)->name, kind_of((*command)->usage));
        append_words(to, (*command)->options);
        g_string_append(to, "' ;;\n");
    }
    return g_string_free(to, FALSE);
}

static char *quote_fish(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "'", -1);
    g_autofree char *quoted = g_strjoinv("\\'", parts);

    return g_strconcat("'", quoted, "'", NULL);
}

/* What fish offers where an argument of that kind stands. */
static void append_fish_offer(GString *to, const char *kind)
{
    if (*kind == '=') {
        g_autofree char *words = g_strdelimit(g_strdup(kind + 1), ",", ' ');
        g_string_append_printf(to, " -x -a '%s'", words);
    } else if (strcmp(kind, "files") == 0) {
        g_string_append(to, " -r -F");
    } else if (strcmp(kind, "none") == 0) {
        g_string_append(to, " -x");
    } else {
        g_string_append_printf(to, " -x -a '(__cpyread_%s)'", kind);
    }
}

static void append_fish_options(GString *to, const char *condition, const CommandOption *options)
{
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        g_autofree char *help = quote_fish(option->help);
        g_string_append_printf(to, "complete -c cpyread%s -l %s", condition, option->name);
        if (option->short_name != 0)
            g_string_append_printf(to, " -s %c", option->short_name);
        if (option->argument != NULL)
            append_fish_offer(to, kind_of(option->argument));
        g_string_append_printf(to, " -d %s\n", help);
    }
}

static char *fish_table(void)
{
    GString *to = g_string_new(NULL);

    append_fish_options(to, "", global_options);
    for (const Command *const *each = commands; *each != NULL; each++) {
        const Command *command = *each;
        g_autofree char *summary = quote_fish(command->summary), *kind = g_strdup(kind_of(command->usage));
        g_autofree char *condition = g_strdup_printf(" -n '__fish_seen_subcommand_from %s'", command->name);
        g_string_append_printf(to, "complete -c cpyread -n __fish_use_subcommand -a %s -d %s\n",
                               command->name, summary);
        g_string_append_printf(to, "complete -c cpyread%s", condition);
        append_fish_offer(to, kind);
        g_string_append_c(to, '\n');
        append_fish_options(to, condition, command->options);
    }
    return g_string_free(to, FALSE);
}

char *completion_script(const char *shell)
{
    static const struct {
        const char *shell, *file;
        char *(*table)(void);
    } scripts[] = {
        {"bash", "viewer/cmd/completion.bash", shell_table},
        {"zsh", "viewer/cmd/completion.zsh", shell_table},
        {"fish", "viewer/cmd/completion.fish", fish_table},
    };

    for (guint i = 0; i < G_N_ELEMENTS(scripts); i++) {
        if (strcmp(scripts[i].shell, shell) != 0)
            continue;
        g_auto(GStrv) parts = g_strsplit(data_text(scripts[i].file), "@TABLE@\n", 2);
        g_autofree char *table = scripts[i].table();
        return g_strconcat(parts[0], table, parts[1], NULL);
    }
    return NULL;
}
