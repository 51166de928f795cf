/* notes_check.c: `cpyread notes check`: do the notes still hold? */
#include "cmd/note_line.h"
#include "cmd/notes.h"
#include "page/check.h"

#include <string.h>

typedef struct Totals {
    guint notes, names, citations, blocks, unknown, problems;
} Totals;

static void add_rows(Table *table, const Note *note, const Check *check)
{
    for (guint i = 0; i < check->problems->len; i++) {
        const Problem *problem = check->problems->pdata[i];
        g_autofree char *line = g_strdup_printf("%d", problem->line);
        table_add(table, (const char *const[]){note->path, line, problem->what, problem->name, problem->why});
    }
}

static gboolean fix(const Check *check, const Note *note, Answer *answer, GError **error)
{
    g_autoptr(GPtrArray) shown = check_fix(check, note, error);

    for (guint i = 0; shown != NULL && i < shown->len; i++)
        answer_add_paragraph(answer, shown->pdata[i]);
    return shown != NULL;
}

static void add_totals(Totals *totals, const Check *check)
{
    totals->notes++;
    totals->names += check->names;
    totals->citations += check->citations;
    totals->blocks += check->blocks;
    totals->unknown += check->unknown;
    totals->problems += check->problems->len;
}

/* A note that cannot be read is a problem of its own. FALSE with `error`. */
static gboolean check_one(const Context *context, NotesIndexes *indexes, const char *path, Table *table, Totals *totals,
                          Answer *answer, GError **error)
{
    const char *python = context_option(context, "run");
    g_autoptr(Note) note = note_read(path, error);
    Index *index = note != NULL ? notes_index_for(indexes, note, error) : NULL;
    g_autoptr(Check) check = index != NULL ? check_note(index, note, note_answer_line, error) : NULL;

    if (check == NULL || (python != NULL && !check_snippets(check, note, python, error)))
        return FALSE;
    add_rows(table, note, check);
    add_totals(totals, check);
    return context_option(context, "fix") == NULL || fix(check, note, answer, error);
}

static void say_totals(const Totals *totals, Answer *answer)
{
    g_autofree char *said =
        g_strdup_printf("%u note%s: %u names, %u citations, %u blocks looked at; %u do not hold", totals->notes,
                        totals->notes == 1 ? "" : "s", totals->names, totals->citations, totals->blocks, totals->problems);

    answer_add_paragraph(answer, said);
    if (totals->unknown > 0)
        answer_warn(answer, "%u of other trees could not be looked at here", totals->unknown);
}

Answer *notes_check(const Context *context, GError **error)
{
    static const char *const columns[] = {"file", "line", "problem", "name", "why", NULL};
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GPtrArray) paths = notes_paths(context, error);
    g_autoptr(NotesIndexes) indexes = notes_indexes_new(context);
    g_autoptr(Table) table = table_new(columns);
    Totals totals = {0};

    table_set_number(table, "line");
    for (guint i = 0; paths != NULL && i < paths->len; i++) {
        g_autoptr(GError) problem = NULL;
        if (check_one(context, indexes, paths->pdata[i], table, &totals, answer, &problem))
            continue;
        answer->status = ANSWER_FAILED;
        answer_warn(answer, "%s", problem->message);
    }
    if (paths == NULL)
        return NULL;
    if (totals.problems > 0 && answer->status == ANSWER_FOUND)
        answer->status = ANSWER_NOTHING;
    if (table_size(table) > 0)
        answer_add_table(answer, NULL, g_steal_pointer(&table), "file");
    say_totals(&totals, answer);
    return g_steal_pointer(&answer);
}
