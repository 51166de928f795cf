/* Command lines: what the words mean, and what is said of wrong ones. */
#include "cmd/line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Line *parse(const char *text, GError **error)
{
    g_auto(GStrv) words = NULL;
    if (*text == '\0')
        words = g_new0(char *, 1);
    else
        g_shell_parse_argv(text, NULL, &words, NULL);
    return line_parse((const char *const *)words, error);
}

static void test_right(void **state)
{
    (void)state;
    static const struct {
        const char *text, *command, *arguments, *options, *format, *db;
    } cases[] = {
        {"show x", "show", "x", "", "text", NULL},
        {"--json show x", "show", "x", "", "json", NULL},
        {"show x --json", "show", "x", "", "json", NULL},
        {"show --no-source x", "show", "x", "--no-source", "text", NULL},
        {"--db a.db show x", "show", "x", "", "text", "a.db"},
        {"show x --db=a.db", "show", "x", "", "text", "a.db"},
        {"show -- --json", "show", "--json", "", "text", NULL},
        {"show -", "show", "-", "", "text", NULL},
        {"find a b c", "find", "a b c", "", "text", NULL},
        {"--json show x --json", "show", "x", "", "json", NULL},
        {"--db a.db index SRC -j 2 --force --nonsense", "index", "SRC -j 2 --force --nonsense", "", "text",
         "a.db"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        g_autoptr(Line) line = parse(cases[i].text, &error);
        g_assert_no_error(error);
        g_autofree char *arguments = g_strjoinv(" ", (GStrv)line->arguments->pdata);
        g_autofree char *options = g_strjoinv(" ", (GStrv)line->options->pdata);
        assert_string_equal(line->command->name, cases[i].command);
        assert_string_equal(arguments, cases[i].arguments);
        assert_string_equal(options, cases[i].options);
        assert_string_equal(line->format, cases[i].format);
        assert_int_equal(g_strcmp0(line->choice.db, cases[i].db), 0);
    }
}

static void test_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"shwo x", "nearest: show"},
        {"show", "usage: cpyread show NAME"},
        {"show x y", "one argument too many, y"},
        {"show x --nonsense", "unknown option --nonsense, it has: --no-source"},
        {"show x --nonsense=3", "unknown option --nonsense,"},
        {"error x --nonsense", "it has none of its own"},
        {"--no-source show x", "unknown option --no-source"}, /* a command's options follow its name */
        {"show x --json --tsv", "--json and --tsv contradict each other"},
        {"show x --db a --at b", "--db and --at contradict each other"},
        {"show x --db", "--db needs its argument: --db FILE"},
        {"show x --json=yes", "--json takes no argument"},
        {"show x -z", "unknown option -z"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Line) line = parse(cases[i].text, &error);
        assert_null(line);
        assert_true(g_error_matches(error, LINE_ERROR, LINE_ERROR_USAGE));
        if (strstr(error->message, cases[i].said) == NULL)
            fail_msg("cpyread %s: %s", cases[i].text, error->message);
    }
}

static void test_no_command(void **state)
{
    (void)state;
    g_autoptr(Line) line = parse("", NULL), help = parse("show --help", NULL),
                    version = parse("--version", NULL);
    assert_null(line->command);
    assert_true(help->help);
    assert_true(version->version);
}

/* What the table promises of every command. */
static void test_table(void **state)
{
    (void)state;
    for (const Command *const *command = commands; *command != NULL; command++) {
        assert_non_null((*command)->run);
        assert_true(g_str_has_prefix((*command)->example, "cpyread "));
        assert_ptr_equal(command_find((*command)->name), *command);
        assert_false(g_str_has_suffix((*command)->summary, "."));
        assert_true(strlen((*command)->summary) < 90);
    }
}

static void test_note_lines(void **state)
{
    (void)state;
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"cpyread use 3.7", "does more than read"},
        {"index cpython-src/3.7", "does more than read"},
        {"show x --db other.db", "cannot choose another index"},
        {"cpyread", "no command is named"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Answer) answer = command_run_line(NULL, cases[i].text, &error);
        assert_null(answer);
        assert_non_null(strstr(error->message, cases[i].said));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right), cmocka_unit_test(test_wrong),      cmocka_unit_test(test_no_command),
        cmocka_unit_test(test_table), cmocka_unit_test(test_note_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
