/* dispatch.c: which functions the calls through a pointer reach. See linkers.h.
 *
 *     registrations.c ──places, flows──> closure.c ──what each call reaches──> here ──> the index
 *
 * Stored in two halves, for the destructors alone would be two million rows: each call has a group, and each
 * group has its functions; the view `calls` joins them. This file names the places for people. */
#include "link/closure.h"
#include "link/forwarded.h"
#include "link/guards.h"
#include "link/guess.h"
#include "link/linkers.h"
#include "link/objects.h"
#include "link/registrations.h"
#include "store/facts.h"

#include <string.h>

typedef struct Writer {
    Database *database;
    const Places *places;
    Statement *symbol, *add_place, *add_candidate, *add_site;
    GHashTable *numbers; /* kind and via -> number of the place in the index */
    guint *place_numbers; /* the same by place; 0: not yet known */
} Writer;

/* ---- how a place is called ---------------------------------------------------------------------------- */

typedef struct Named {
    char *name, *parent, *file, *signature;
} Named;

static void named_clear(Named *named)
{
    g_free(named->name);
    g_free(named->parent);
    g_free(named->file);
    g_free(named->signature);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Named, named_clear)

static gboolean find_symbol(Writer *writer, gint64 id, Named *named, GError **error)
{
    statement_reset(writer->symbol);
    statement_bind_int(writer->symbol, "id", id);
    if (!statement_step(writer->symbol, error))
        return FALSE;
    named->name = g_strdup(statement_text(writer->symbol, 0));
    named->parent = g_strdup(statement_text(writer->symbol, 1));
    const char *file = statement_text(writer->symbol, 2);
    named->file = file == NULL ? NULL : g_path_get_basename(file);
    named->signature = g_strdup(statement_text(writer->symbol, 3));
    return TRUE;
}

/* The text of a parameter, counted from 0: "int (*compare)(const void *, const void *)". NULL: the list is shorter. */
static char *parameter_text(const char *signature, const char *function, guint number)
{
    const char *start = strstr(signature, function);
    start = start == NULL ? NULL : strchr(start + strlen(function), '(');
    int depth = 0;
    for (const char *c = start; c != NULL && *c != '\0'; c++) {
        depth += (*c == '(') - (*c == ')');
        gboolean ends = (depth == 1 && *c == ',') || depth == 0;
        if (ends && number-- == 0)
            return g_strstrip(g_strndup(start + 1, (gsize)(c - start - 1)));
        if (ends)
            start = c;
        if (depth == 0)
            break;
    }
    return NULL;
}

/* The name in it: the word after "(*", or before a list of parameters, else the last one; NULL for a type alone. */
static char *name_in(const char *text)
{
    const char *inner = strstr(text, "(*");
    const char *end = inner != NULL ? strpbrk(inner, ")[") : text + strcspn(text, "[(");
    while (end != NULL && end > text && !g_ascii_isalnum(end[-1]) && end[-1] != '_')
        end--;
    const char *start = end;
    while (start > text && (g_ascii_isalnum(start[-1]) || start[-1] == '_'))
        start--;
    return end == NULL || start == text || start == end ? NULL : g_strndup(start, (gsize)(end - start));
}

static char *parameter_name(const Named *function, guint number)
{
    g_autofree char *text =
        function->signature == NULL ? NULL : parameter_text(function->signature, function->name, number);
    char *name = text == NULL ? NULL : name_in(text);
    if (name == NULL && number == FACT_VARIADIC)
        return g_strdup("...");
    return name != NULL ? name : g_strdup_printf("%u", number + 1);
}

/* dlsym(): what it gives was found by its name. */
static gboolean is_lookup(const Named *named)
{
    return strcmp(named->name, "dlsym") == 0;
}

static char *via_of(const Writer *writer, const Place *place, const Named *named)
{
    g_autofree char *parameter = NULL;
    switch (place->kind) {
    case FACT_PLACE_FIELD:
        return g_strdup_printf("%s.%s", named->parent != NULL ? named->parent : "?", named->name);
    case FACT_PLACE_VARIABLE:
        return g_strdup_printf("%s:%s", named->file != NULL ? named->file : "?", named->name);
    case FACT_PLACE_LOCAL:
        return g_strdup_printf("%s:%s", named->file != NULL ? named->file : "?",
                               (const char *)g_ptr_array_index(writer->places->texts, place->part));
    case GUESS_PLACE:
        return g_strdup_printf("typedef %s (guess)",
                               (const char *)g_ptr_array_index(writer->places->texts, place->part));
    case FACT_PLACE_SITE:
        if (place->library == 0)
            return NULL;
        G_GNUC_FALLTHROUGH;
    case FACT_PLACE_PARAMETER:
        parameter = parameter_name(named, place->part);
        return g_strdup_printf("%s(%s)", named->name, parameter);
    case FACT_PLACE_RESULT:
        return is_lookup(named) ? g_strdup(named->name) : g_strdup_printf("%s()", named->name);
    default:
        return NULL;
    }
}

static const char *kind_of(const Place *place, const Named *named)
{
    if (place->kind == FACT_PLACE_FIELD)
        return "slot";
    return place->kind == FACT_PLACE_RESULT && is_lookup(named) ? "name" : "pointer";
}

/* ---- rows --------------------------------------------------------------------------------------------- */

static guint add_place(Writer *writer, const char *kind, const char *via, GError **error)
{
    g_autofree char *key = g_strdup_printf("%s %s", kind, via != NULL ? via : "");
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(writer->numbers, key));
    if (number != 0)
        return number;
    number = g_hash_table_size(writer->numbers) + 1;
    statement_bind_int(writer->add_place, "id", number);
    statement_bind_text(writer->add_place, "kind", kind);
    statement_bind_text(writer->add_place, "via", via);
    if (!statement_write(writer->add_place, error))
        return 0;
    g_hash_table_insert(writer->numbers, g_steal_pointer(&key), GUINT_TO_POINTER(number));
    return number;
}

/* The number in the index of the place `number` of the graph; 0 with `error`. */
static guint place_number(Writer *writer, guint number, GError **error)
{
    const Place *place = places_get(writer->places, number);
    g_auto(Named) named = {0};
    if (writer->place_numbers[number] != 0)
        return writer->place_numbers[number];
    gint64 symbol = place->kind == FACT_PLACE_SITE ? place->library : place->id;
    if (symbol != 0 && !find_symbol(writer, symbol, &named, error))
        return 0;
    g_autofree char *via = via_of(writer, place, &named);
    return writer->place_numbers[number] = add_place(writer, kind_of(place, &named), via, error);
}

static gboolean write_candidates(Writer *writer, guint group, const GArray *candidates, GError **error)
{
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        guint place = place_number(writer, candidate->place, error);
        if (place == 0)
            return FALSE;
        statement_bind_int(writer->add_candidate, "group", group);
        statement_bind_int(writer->add_candidate, "place", place);
        statement_bind_int(writer->add_candidate, "function", candidate->function);
        if (!statement_write(writer->add_candidate, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_sites(Writer *writer, const Closure *closure, GError **error)
{
    for (guint i = 0; i < writer->places->sites->len; i++) {
        if (closure->group[i] == 0)
            continue;
        statement_bind_int(writer->add_site, "site", g_array_index(writer->places->sites, Site, i).id);
        statement_bind_int(writer->add_site, "group", closure->group[i]);
        if (!statement_write(writer->add_site, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_groups(Writer *writer, const Closure *closure, GError **error)
{
    for (guint group = 1; group < closure->groups->len; group++)
        if (!write_candidates(writer, group, g_ptr_array_index(closure->groups, group), error))
            return FALSE;
    return TRUE;
}

static gboolean writer_prepare(Writer *writer, GError **error)
{
    const struct {
        Statement **statement;
        const char *file;
    } STATEMENTS[] = {
        {&writer->symbol, "indexer/link/dispatch_symbol.sql"},
        {&writer->add_place, "indexer/link/dispatch_add_place.sql"},
        {&writer->add_candidate, "indexer/link/dispatch_add_candidate.sql"},
        {&writer->add_site, "indexer/link/dispatch_add_site.sql"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(STATEMENTS); i++) {
        *STATEMENTS[i].statement = database_prepare_file(writer->database, STATEMENTS[i].file, error);
        if (*STATEMENTS[i].statement == NULL)
            return FALSE;
    }
    return TRUE;
}

static void writer_clear(Writer *writer)
{
    g_clear_pointer(&writer->symbol, statement_free);
    g_clear_pointer(&writer->add_place, statement_free);
    g_clear_pointer(&writer->add_candidate, statement_free);
    g_clear_pointer(&writer->add_site, statement_free);
    g_hash_table_unref(writer->numbers);
    g_free(writer->place_numbers);
}

static const char EMPTY[] = "DELETE FROM call_group; DELETE FROM candidate; DELETE FROM stored_place;";
static const char SUM_UP[] =
    "DELETE FROM group_place;"
    "INSERT INTO group_place SELECT group_id, place_id, count(*), CASE count(*) WHEN 1 THEN min(function_id) END"
    "    FROM candidate GROUP BY group_id, place_id;"
    "DELETE FROM candidate_group;"
    "INSERT INTO candidate_group SELECT group_id, count(DISTINCT function_id), group_concat(DISTINCT via)"
    "    FROM candidate JOIN stored_place ON stored_place.id = place_id GROUP BY group_id;";

gboolean link_dispatch(Linking *linking, GError **error)
{
    g_autoptr(Places) places = registrations_read(linking, error);
    if (places == NULL || !database_run(linking->database, EMPTY, error))
        return FALSE;
    g_autoptr(Closure) closure = closure_solve(places);
    forwarded_narrow(places, closure);
    if (!objects_narrow(linking, places, closure, error) || !guards_narrow(linking, places, closure, error) ||
        !guess_by_type(linking, places, closure, error))
        return FALSE;
    Writer writer = {.database = linking->database, .places = places};
    writer.numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    writer.place_numbers = g_new0(guint, places->all->len);
    gboolean ok = writer_prepare(&writer, error) && write_groups(&writer, closure, error) &&
                  write_sites(&writer, closure, error);
    writer_clear(&writer);
    return ok && database_run(linking->database, SUM_UP, error);
}
