/* slot.c: `cpyread slot NAME`: which functions are stored in a field, and which calls go through it. */
#include "cmd/subject.h"

#include <string.h>

/* Adds "TITLE: 14 places" with what the query finds, if it finds anything. */
static gboolean add_places(const Context *context, const char *query, const char *key, const char *value,
                           const char *title, Answer *answer, GError **error)
{
    g_autoptr(Table) table = index_query(context->index, error, query, key, value, NULL);
    if (table == NULL || table_size(table) == 0)
        return table != NULL;
    g_autofree char *count = subject_count(table_size(table), "place", "places");
    g_autofree char *full = g_strdup_printf("%s: %s", title, count);
    answer_add_table(answer, full, g_steal_pointer(&table), "file");
    return TRUE;
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autofree char *name = subject_name(symbol), *kind = subject_kind(symbol), *place = subject_place(symbol);
    g_autofree char *facts = g_strdup_printf("%s\n%s", table_get(symbol, 0, "signature"), place);
    answer->status = ANSWER_NOTHING;
    if (strcmp(table_get(symbol, 0, "kind"), "field") != 0) {
        answer_warn(answer, "%s is %s; a slot is a field of a record, as PyNumberMethods.nb_add", name, kind);
        return TRUE;
    }
    answer_add_heading(answer, name);
    answer_add_paragraph(answer, facts);
    guint blocks = answer->blocks->len;
    if (!add_places(context, "slot_fills", "id", table_get(symbol, 0, "id"), "functions stored there", answer, error) ||
        !add_places(context, "slot_calls", "via", name, "called through it", answer, error))
        return FALSE;
    if (answer->blocks->len > blocks)
        answer->status = ANSWER_FOUND;
    else
        answer_warn(answer, "%s: no function is stored there, and none is called through it", name);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    return subject_answer(context, tell, error);
}

const Command command_slot = {
    .name = "slot",
    .usage = "NAME",
    .summary = "a field that holds functions: who fills it, and who calls through it",
    .help = "Of a field such as nb_add: each function that is put there, with the object that holds it or the function\n"
            "that puts it there; then each call that may reach one of them, with the number of those that fit the call.\n"
            "What is known of calls through pointers: indexer/link/README.md.",
    .example = "cpyread slot PyNumberMethods.nb_add",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
