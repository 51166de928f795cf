/* flag_tests.c: see flag_tests.h. The text of a function is walked from its head to the line, with the braces that are open,
 * the case labels that lead into each, and what the ifs around it and before it ask.
 *
 * That it is always the flags of the function to be called that are asked for is taken for granted. A label forgets what was
 * known: one may come there in another way. */
#include "link/flag_tests.h"

#include "link/c_text.h"

#include <stdio.h>
#include <string.h>

struct FlagTests {
    char *root;
    GHashTable *values; /* METH_O -> 8 */
    guint how;
    GHashTable *texts; /* path -> CText */
};

/* What an if asks: whether a flag is set, or (is_not) whether it is not. */
typedef struct Test {
    guint flag;
    gboolean is_not;
    gboolean is_alone; /* no else and no other test leads to it: what is behind it is as the test says */
    guint at; /* the brace that opens what is done then, later the one that closes it */
} Test;

/* Between two braces. */
typedef struct Block {
    GArray *labels;     /* of guint: the flags of the labels that lead here; NULL: none */
    gboolean has_other; /* and labels that speak of something else */
    gboolean is_left;   /* the last statement leaves: the next label starts anew */
    gboolean is_plain;  /* opened by itself, not by an if or a loop */
    guint jump_end;     /* the word behind the last break, return, goto */
    Test test;          /* of the if that opened it; flag 0: none */
    guint set, clear;   /* known in it */
} Block;

typedef struct Walk {
    const FlagTests *tests;
    const CText *text;
    GArray *blocks; /* of Block: those that are open */
    Test next;      /* whose block is to come */
    Test last;      /* whose block was the last to be closed */
} Walk;

/* ---- the values of flags ------------------------------------------------------------------------------ */

static gboolean is_about_lookup(const char *name)
{
    static const char *const LOOKUP[] = {"METH_CLASS", "METH_STATIC", "METH_COEXIST", "METH_STACKLESS", NULL};
    return g_strv_contains(LOOKUP, name);
}

/* Include/methodobject.h: #define METH_O 0x0008 */
static void read_values(FlagTests *tests)
{
    g_autofree char *path = g_build_filename(tests->root, "Include", "methodobject.h", NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char name[64];
        guint value;
        if (sscanf(lines[i], "# define METH_%57s %x", name, &value) != 2)
            continue;
        char *full = g_strconcat("METH_", name, NULL);
        if (!is_about_lookup(full))
            tests->how |= value;
        g_hash_table_replace(tests->values, full, GUINT_TO_POINTER(value));
    }
}

FlagTests *flag_tests_new(const char *root)
{
    FlagTests *tests = g_new0(FlagTests, 1);
    tests->root = g_strdup(root);
    tests->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tests->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)c_text_free);
    read_values(tests);
    return tests;
}

void flag_tests_free(FlagTests *tests)
{
    g_hash_table_unref(tests->values);
    g_hash_table_unref(tests->texts);
    g_free(tests->root);
    g_free(tests);
}

guint flag_tests_how(const FlagTests *tests)
{
    return tests->how;
}

static guint value_at(const Walk *walk, guint word)
{
    if (c_text_at(walk->text, word).kind != 'a')
        return 0;
    g_autofree char *name = c_text_name(walk->text, word);
    return GPOINTER_TO_UINT(g_hash_table_lookup(walk->tests->values, name));
}

static guint values_between(const Walk *walk, guint from, guint to)
{
    guint all = 0;
    for (guint i = from; i < to; i++)
        all |= value_at(walk, i);
    return all & walk->tests->how;
}

/* ---- what is known ------------------------------------------------------------------------------------ */

gboolean flags_none(const Flags *flags)
{
    return flags->all_of == NULL && flags->set == 0 && flags->clear == 0;
}

gboolean flags_hold(const Flags *flags, guint value)
{
    gboolean found = flags->all_of == NULL;
    for (guint i = 0; !found && i < flags->all_of->len; i++)
        found = g_array_index(flags->all_of, guint, i) == value;
    return found && (value & flags->set) == flags->set && (value & flags->clear) == 0;
}

void flags_take_both(Flags *flags, const Flags *other)
{
    if (flags->all_of == NULL && other->all_of != NULL)
        flags->all_of = g_array_copy(other->all_of);
    flags->set |= other->set;
    flags->clear |= other->clear;
}

void flags_take_either(Flags *flags, const Flags *other)
{
    if (flags->all_of != NULL && other->all_of != NULL)
        g_array_append_vals(flags->all_of, other->all_of->data, other->all_of->len);
    else
        g_clear_pointer(&flags->all_of, g_array_unref);
    flags->set &= other->set;
    flags->clear &= other->clear;
}

void flags_clear(Flags *flags)
{
    g_clear_pointer(&flags->all_of, g_array_unref);
}

/* ---- blocks ------------------------------------------------------------------------------------------- */

static void block_clear(gpointer data)
{
    g_clear_pointer(&((Block *)data)->labels, g_array_unref);
}

static void block_forget(Block *block)
{
    g_clear_pointer(&block->labels, g_array_unref);
    block->has_other = block->is_left = FALSE;
}

static void block_add(Block *block, guint flags)
{
    if (block->labels == NULL)
        block->labels = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(block->labels, flags);
}

/* The test has come out so, or (otherwise) the other way round. */
static void block_know(Block *block, const Test *test, gboolean otherwise)
{
    if (test->is_not != otherwise)
        block->clear |= test->flag;
    else
        block->set |= test->flag;
}

static Block *last_block(const Walk *walk)
{
    return walk->blocks->len > 0 ? &g_array_index(walk->blocks, Block, walk->blocks->len - 1) : NULL;
}

static void close_block(Walk *walk, guint word)
{
    Block last = *last_block(walk);
    gboolean leaves = last.is_left && last.jump_end == word;
    g_array_set_size(walk->blocks, walk->blocks->len - 1);
    Block *around = last_block(walk);
    if (around != NULL && leaves && last.is_plain)
        around->is_left = TRUE;
    if (around != NULL && leaves && last.test.is_alone)
        block_know(around, &last.test, TRUE);
    walk->last = last.test;
    walk->last.at = word;
}

static void open_block(Walk *walk, guint word)
{
    char before = word > 0 ? c_text_at(walk->text, word - 1).kind : ';';
    Block block = {.is_plain = before == ':' || before == ';' || before == '{' || before == '}'};
    if (walk->next.flag != 0 && walk->next.at == word) {
        block.test = walk->next;
        block_know(&block, &walk->next, FALSE);
    } else if (walk->last.flag != 0 && walk->last.at + 2 == word && c_text_is(walk->text, word - 1, "else")) {
        block_know(&block, &walk->last, TRUE);
    }
    g_array_append_val(walk->blocks, block);
}

/* ---- the walk ----------------------------------------------------------------------------------------- */

static guint find_kind(const CText *text, guint word, char kind)
{
    while (c_text_at(text, word).kind != kind && c_text_at(text, word).kind != '\0')
        word++;
    return word;
}

static void forget_tests(Walk *walk)
{
    for (guint i = 0; i < walk->blocks->len; i++) {
        Block *block = &g_array_index(walk->blocks, Block, i);
        block->set = block->clear = 0;
    }
}

static void take_label(Walk *walk, guint word, Block *block)
{
    guint flags = values_between(walk, word, find_kind(walk->text, word, ':'));
    if (block->is_left)
        block_forget(block);
    block->set = block->clear = 0;
    if (flags != 0)
        block_add(block, flags);
    else
        block->has_other = TRUE;
}

static gboolean is_jump(const CText *text, guint word)
{
    return c_text_is(text, word, "break") || c_text_is(text, word, "return") || c_text_is(text, word, "goto");
}

static void take_jump(const CText *text, guint word, Block *block)
{
    gboolean conditional = word > 0 && (c_text_at(text, word - 1).kind == ')' || c_text_is(text, word - 1, "else"));
    if (conditional)
        return;
    block->is_left = TRUE;
    block->jump_end = find_kind(text, word, ';') + 1;
}

/* DEOPT_IF(meth->ml_flags != METH_O, CALL): from here on it is. */
static void take_deopt(const Walk *walk, guint word, Block *block)
{
    guint end = c_text_close(walk->text, word + 1), i = word;
    while (i + 1 < end && !(c_text_at(walk->text, i).kind == '!' && c_text_at(walk->text, i + 1).kind == '='))
        i++;
    guint flags = values_between(walk, i, end);
    if (flags == 0)
        return;
    block_forget(block);
    block_add(block, flags);
}

/* flags & METH_O, !(flags & METH_O): one flag, and nothing else is asked. */
static Test test_between(const Walk *walk, guint from, guint to)
{
    Test test = {values_between(walk, from, to), c_text_at(walk->text, from).kind == '!', FALSE, to + 1};
    guint names = 0, ands = 0, others = 0;
    for (guint i = from; i < to; i++) {
        char kind = c_text_at(walk->text, i).kind;
        names += value_at(walk, i) != 0;
        ands += kind == '&';
        others += kind == '|' || kind == '=' || kind == '?' || kind == '<' || (kind == '!' && i > from);
    }
    gboolean is_whole = !test.is_not || c_text_close(walk->text, from + 1) + 1 == to;
    if (names != 1 || ands != 1 || others > 0 || !is_whole)
        test.flag = 0;
    return test;
}

static void take_if(Walk *walk, guint word, Block *block)
{
    guint close = c_text_close(walk->text, word + 1);
    Test test = test_between(walk, word + 2, close);
    if (test.flag == 0)
        return;
    test.is_alone = strchr(";:{}", c_text_at(walk->text, word - 1).kind) != NULL;
    walk->next = test;
    if (test.is_alone && is_jump(walk->text, close + 1))
        block_know(block, &test, TRUE);
}

static gboolean is_goto_label(const CText *text, guint word)
{
    char before = word > 0 ? c_text_at(text, word - 1).kind : '\0';
    return c_text_at(text, word + 1).kind == ':' && (before == ';' || before == '}' || before == '{' || before == ':');
}

static void take_word(Walk *walk, guint word)
{
    const CText *text = walk->text;
    char kind = c_text_at(text, word).kind;
    Block *block = last_block(walk);
    if (kind == '{')
        open_block(walk, word);
    else if (kind == '}' && block != NULL)
        close_block(walk, word);
    else if (kind != 'a' || block == NULL)
        return;
    else if (c_text_is(text, word, "case") || c_text_is(text, word, "default"))
        take_label(walk, word, block);
    else if (is_jump(text, word))
        take_jump(text, word, block);
    else if (c_text_is_use(text, word, "DEOPT_IF") || c_text_is_use(text, word, "EXIT_IF"))
        take_deopt(walk, word, block);
    else if (c_text_is_use(text, word, "if"))
        take_if(walk, word, block);
    else if (is_goto_label(text, word))
        forget_tests(walk);
}

/* Of labels those of the innermost braces that have any. */
static Flags flags_here(const Walk *walk)
{
    Flags flags = {NULL, 0, 0};
    gboolean is_labelled = FALSE;
    for (guint i = walk->blocks->len; i > 0; i--) {
        const Block *block = &g_array_index(walk->blocks, Block, i - 1);
        flags.set |= block->set;
        flags.clear |= block->clear;
        if (block->labels != NULL && !is_labelled && !block->has_other)
            flags.all_of = g_array_ref(block->labels);
        is_labelled |= block->labels != NULL;
    }
    return flags;
}

static const CText *text_of(FlagTests *tests, const char *path)
{
    CText *text = g_hash_table_lookup(tests->texts, path);
    if (text == NULL && (text = c_text_read(tests->root, path)) != NULL)
        g_hash_table_insert(tests->texts, g_strdup(path), text);
    return text;
}

Flags flag_tests_at(FlagTests *tests, const char *path, guint first_line, guint line)
{
    Walk walk = {.tests = tests, .text = text_of(tests, path), .blocks = g_array_new(FALSE, FALSE, sizeof(Block))};
    g_array_set_clear_func(walk.blocks, block_clear);
    guint first = walk.text != NULL ? c_text_find_line(walk.text, first_line) : 0;
    for (guint i = first; walk.text != NULL && c_text_at(walk.text, i).kind != '\0' && c_text_at(walk.text, i).line < line; i++)
        take_word(&walk, i);
    Flags flags = flags_here(&walk);
    g_array_unref(walk.blocks);
    return flags;
}
