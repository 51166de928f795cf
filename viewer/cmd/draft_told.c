/* draft_told.c: what a story tells of an issue beyond its commits (notes/stories/NAME.story) goes into the draft: what to time, the way
 * from Python, what to look at first, and for the lead why, and what was measured. Names that the tree lacks are left out. */
#include "cmd/draft_text.h"

#include "query/resolve.h"

#include <string.h>

enum {
    BOXES = 6, /* of a path */
    LEAST = 2, /* functions of one */
};

/* Under which issue the story tells of a commit; NULL: it does not. */
static const char *under_of(const Story *story, const char *hash)
{
    for (guint i = 0; i < table_size(story->commits); i++)
        if (strcmp(table_get(story->commits, i, "hash"), hash) == 0)
            return table_get(story->commits, i, "under");
    return NULL;
}

gboolean draft_told_open(Index *index, const char *name, const char *hash, DraftTold *told, GError **error)
{
    GError *problem = NULL;

    *told = (DraftTold){.story = story_open(index, name, &problem)};
    told->under = told->story != NULL ? under_of(told->story, hash) : NULL;
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

void draft_told_close(DraftTold *told)
{
    g_clear_pointer(&told->story, story_free);
}

static char *text_of(const Draft *draft, const DraftTold *told, const char *key)
{
    return told->under != NULL ? story_text(told->story, told->under, key, lang_code(draft->lang)) : NULL;
}

/* Adds a name, if the tree has it in C and there is room. */
static void add_name(Index *index, const char *name, GPtrArray *names)
{
    if (names->len < DRAFT_NAMES && strchr(name, '/') == NULL && draft_lines(index, name) > 1)
        g_ptr_array_add(names, g_strdup(name));
}

static gboolean has_name(const GStrv list, const char *name)
{
    return g_strv_contains((const char *const *)list, name);
}

GPtrArray *draft_told_look(Draft *draft, const DraftTold *told)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    if (told->under == NULL)
        return names;
    g_auto(GStrv) look = story_list(told->story, told->under, "look"), chain = story_list(told->story, told->under, "chain");

    for (guint i = 0; chain[i] != NULL; i++)
        if (has_name(look, chain[i]))
            add_name(draft->index, chain[i], names);
    draft->is_ordered = names->len > 0;
    for (guint i = 0; look[i] != NULL; i++)
        if (!has_name(chain, look[i]))
            add_name(draft->index, look[i], names);
    return names;
}

/* ---- what to time ----------------------------------------------------------------------------------------------- */

/* A statement as a string of Python's, raw where it has backslashes. The caller frees it. */
static char *python_string(const char *statement)
{
    const char *raw = strchr(statement, '\\') != NULL ? "r" : "";
    gboolean is_simple = strchr(statement, '\n') == NULL;

    if (is_simple && strchr(statement, '\'') == NULL)
        return g_strdup_printf("%s'%s'", raw, statement);
    if (is_simple && strchr(statement, '"') == NULL)
        return g_strdup_printf("%s\"%s\"", raw, statement);
    return g_strdup_printf("%s\"\"\"%s\n\"\"\"", raw, statement);
}

static void set_snippets(Draft *draft, const char *setup, const char *statement)
{
    g_autofree char *quoted = python_string(statement);
    const char *before = setup != NULL ? setup : "", *end = setup != NULL ? "\n" : "";

    draft_set(draft, "python",
              g_strdup_printf("from timeit import Timer\n\n%s%sn, seconds = Timer(%s, globals=globals()).autorange()\n"
                              "print(f\"{seconds / n * 1e9:,.0f} ns\")", before, end, quoted));
    draft_set(draft, "gdb", g_strdup_printf("```python gdb\n%s%sid(0)\n%s\n```", before, end, statement));
}

/* ---- the way ---------------------------------------------------------------------------------------------------- */

/* The path is checked with the note, and gdb stops along it. */
static void add_symbol(Draft *draft, const char *name)
{
    const char *symbols = g_hash_table_lookup(draft->values, "symbols");
    g_auto(GStrv) known = g_strsplit(symbols, " ", -1);

    if (!has_name(known, name))
        draft_set(draft, "symbols", g_strdup_printf("%s%s%s", symbols, *symbols != '\0' ? " " : "", name));
}

static void set_way(Draft *draft, const DraftTold *told)
{
    g_auto(GStrv) chain = story_list(told->story, told->under, "chain");
    g_autofree char *python = text_of(draft, told, "python");
    g_autoptr(GPtrArray) boxes = g_ptr_array_new();

    if (python != NULL)
        g_ptr_array_add(boxes, g_strdelimit(python, "\n", ' '));
    for (guint i = 0; chain[i] != NULL && boxes->len < BOXES; i++)
        if (draft_lines(draft->index, chain[i]) > 1)
            g_ptr_array_add(boxes, chain[i]);
    guint first = python != NULL;
    if (boxes->len - first < LEAST)
        return;
    for (guint i = first; i < boxes->len; i++)
        add_symbol(draft, boxes->pdata[i]);
    g_ptr_array_add(boxes, NULL);
    g_autofree char *lines = g_strjoinv("\n", (GStrv)boxes->pdata);
    draft_set(draft, "strip", g_strconcat(python != NULL ? ">>> " : "", lines, NULL));
}

/* ---- for the lead ----------------------------------------------------------------------------------------------- */

static void append_answer(Draft *draft, const char *before, const char *text)
{
    const char *answers = g_hash_table_lookup(draft->values, "answers");
    g_autofree char *line = draft_line(text);

    if (*line != '\0')
        draft_set(draft, "answers", g_strdup_printf("%s%s- %s%s", strlen(answers) > 2 ? answers : "",
                                                    strlen(answers) > 2 ? "\n" : "", before, line));
}

/* From which version on the snippet shows it; the claim stands before. */
static void set_shows(Draft *draft, const char *shows)
{
    const char *claim = g_hash_table_lookup(draft->values, "claim");

    if (strcmp(shows, "no") == 0)
        draft_set(draft, "claim", g_strdup_printf("%s\n\n%s", claim,
                                                  draft_say(draft, "The snippet shows no difference between 3.6 and 3.7.",
                                                            "아래 코드로는 3.6과 3.7 사이의 차이가 보이지 않는다.")));
    else
        draft_set(draft, "claim", g_strdup_printf(draft_say(draft, "%s\n\nThe effect shows from Python %s on.",
                                                            "%s\n\n효과는 파이썬 %s 버전부터 보인다."), claim, shows));
}

void draft_told_set(Draft *draft, const DraftTold *told)
{
    g_autofree char *setup = text_of(draft, told, "setup"), *statement = text_of(draft, told, "timeit");
    g_autofree char *why = text_of(draft, told, "why"), *note = text_of(draft, told, "note");
    g_autofree char *measured = text_of(draft, told, "measured"), *shows = text_of(draft, told, "shows");

    if (told->under == NULL)
        return;
    if (statement != NULL)
        set_snippets(draft, setup, statement);
    if (statement != NULL && shows != NULL)
        set_shows(draft, shows);
    append_answer(draft, draft_say(draft, "Why: ", "이유: "), why);
    append_answer(draft, "", note);
    append_answer(draft, draft_say(draft, "Measured: ", "재 본 값: "), measured);
    set_way(draft, told);
}
