/* group.c: which units begin alike, and what they can share. See group.h.
 *
 *     prologue, and the arguments that matter    ─> a group
 *     a group's units include, afterwards:       ─> a part of it, with more to share
 *         A  Python.h  pycore_pystate.h …            Python.h and all that A and B have in common
 *         B  Python.h  pycore_ceval.h …
 *         C  Python.h                            ─> the rest of it, which shares Python.h alone
 *
 * A header goes into the common part only if each of the part's units would include it in any case: so it can bring
 * no name into a unit that is not there without it. */
#include "crawl/group.h"

#include "crawl/prologue.h"

#include <string.h>

/* A unit with how it begins. */
typedef struct Member {
    const Unit *unit;
    Prologue prologue;
    GStrv arguments;
} Member;

/* Headers that are worth a precompiled header of their own: bytes, times the units that need not read them. */
enum { LEAST_SAVED = 2000000 };

/* What all units are compared by. */
typedef struct Shared {
    const Headers *headers;
    GHashTable *idle; /* set: the folders of -I in which no shared header can find another */
} Shared;

/* ---- arguments --------------------------------------------------------------------------------------------------- */

static int compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether an argument may change what the headers say. */
static gboolean may_matter(const Shared *shared, const char *argument)
{
    if (g_str_has_prefix(argument, "-I"))
        return !g_hash_table_contains(shared->idle, argument + 2);
    g_autofree char *name = g_strndup(argument + 2, strcspn(argument + 2, "="));
    return !g_str_has_prefix(argument, "-D") || headers_listen(shared->headers, name);
}

/* A unit's arguments without those that cannot matter; macros come last, in the order of their names. */
static GStrv common_arguments(const Shared *shared, GStrv arguments, gboolean keep_all)
{
    GPtrArray *words = g_ptr_array_new();
    g_autoptr(GPtrArray) macros = g_ptr_array_new();
    for (char **argument = arguments; *argument != NULL; argument++)
        if (keep_all || may_matter(shared, *argument))
            g_ptr_array_add(g_str_has_prefix(*argument, "-D") ? macros : words, g_strdup(*argument));
    g_ptr_array_sort(macros, compare_words);
    g_ptr_array_extend(words, macros, NULL, NULL);
    g_ptr_array_add(words, NULL);
    return (GStrv)g_ptr_array_free(words, FALSE);
}

/* ---- groups ------------------------------------------------------------------------------------------------------ */

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->prologue);
    g_free(group->folder);
    g_strfreev(group->arguments);
    g_ptr_array_unref(group->units);
    g_free(group);
}

static void member_free(gpointer data)
{
    Member *member = data;
    prologue_clear(&member->prologue);
    g_strfreev(member->arguments);
    g_free(member);
}

static Member *member_new(const Shared *shared, const Unit *unit, const char *common)
{
    Member *member = g_new0(Member, 1);
    member->unit = unit;
    member->prologue = prologue_read(shared->headers, unit, common);
    member->arguments = common_arguments(shared, unit->arguments, member->prologue.is_own);
    return member;
}

static char *key_of(const Member *member)
{
    if (member->prologue.text == NULL)
        return g_strdup_printf("%s %s", member->unit->path, member->unit->part_of);
    g_autofree char *words = g_strjoinv(" ", member->arguments);
    return g_strdup_printf("%s\n%s\n%s", words, member->prologue.folder, member->prologue.text);
}

/* A group of members that begin alike; `more` follows their prologue. */
static Group *group_new(GPtrArray *members, const char *more, guint least)
{
    const Member *first = g_ptr_array_index(members, 0);
    Group *group = g_new0(Group, 1);
    if (members->len >= least && first->prologue.text != NULL)
        group->prologue = g_strconcat(first->prologue.text, more, NULL);
    group->folder = g_strdup(first->prologue.folder);
    group->arguments = g_strdupv(first->arguments);
    group->units = g_ptr_array_new();
    for (guint i = 0; i < members->len; i++)
        g_ptr_array_add(group->units, (gpointer)((const Member *)g_ptr_array_index(members, i))->unit);
    return group;
}

/* ---- what more they share ---------------------------------------------------------------------------------------- */

/* A header that some of the members include. */
typedef struct Candidate {
    const Header *header;
    guint count;
} Candidate;

static int compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return strcmp(left->header->path, right->header->path);
}

/* The headers that the members include, the most common first. */
static GArray *list_candidates(const Headers *headers, GPtrArray *members)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer path, count;
    for (guint i = 0; i < members->len; i++) {
        const Member *member = g_ptr_array_index(members, i);
        if (member->prologue.later == NULL)
            continue;
        g_hash_table_iter_init(&iter, member->prologue.later);
        while (g_hash_table_iter_next(&iter, &path, NULL))
            g_hash_table_insert(counts, path,
                                GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, path)) + 1));
    }
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &path, &count)) {
        Candidate candidate = {g_hash_table_lookup(headers->by_path, path), GPOINTER_TO_UINT(count)};
        g_array_append_val(candidates, candidate);
    }
    g_array_sort(candidates, compare_candidates);
    return candidates;
}

/* Those of `members` that include a header, or the others. */
static GPtrArray *select_members(GPtrArray *members, const Header *header, gboolean wanted)
{
    GPtrArray *selected = g_ptr_array_new();
    for (guint i = 0; i < members->len; i++) {
        const Member *member = g_ptr_array_index(members, i);
        gboolean has =
            member->prologue.later != NULL && g_hash_table_contains(member->prologue.later, header->path);
        if (has == wanted)
            g_ptr_array_add(selected, (gpointer)member);
    }
    return selected;
}

/* Headers and the members that include them all, chosen for what they save together; greedily, from the most common
 * header on. Sets `*chosen` (of const Header); NULL if there is nothing worth it. */
static GPtrArray *choose(const Headers *headers, GPtrArray *members, guint least, GPtrArray **chosen)
{
    g_autoptr(GArray) candidates = list_candidates(headers, members);
    g_autoptr(GPtrArray) with = g_ptr_array_ref(members);
    g_autoptr(GPtrArray) shared = g_ptr_array_new();
    gsize size = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const Header *header = g_array_index(candidates, Candidate, i).header;
        g_autoptr(GPtrArray) fewer = select_members(with, header, TRUE);
        if (fewer->len < least || fewer->len * (size + header->size) < with->len * size)
            continue;
        size += header->size;
        g_ptr_array_add(shared, (gpointer)header);
        g_ptr_array_unref(with);
        with = g_steal_pointer(&fewer);
    }
    if (size * with->len < LEAST_SAVED)
        return NULL;
    *chosen = g_steal_pointer(&shared);
    return g_steal_pointer(&with);
}

static int compare_headers(gconstpointer a, gconstpointer b)
{
    const Header *left = *(const Header *const *)a, *right = *(const Header *const *)b;
    return strcmp(left->path, right->path);
}

/* The #include lines of headers; one without a guard comes with another or not at all. */
static char *include_lines(GPtrArray *headers)
{
    GString *text = g_string_new(NULL);
    g_ptr_array_sort(headers, compare_headers);
    for (guint i = 0; i < headers->len; i++) {
        const Header *header = g_ptr_array_index(headers, i);
        if (header->is_guarded)
            g_string_append_printf(text, "#include \"%s\"\n", header->spelled);
    }
    return g_string_free(text, FALSE);
}

/* Turns members that begin alike into a group, or several that share more. */
static void split(const Headers *headers, GPtrArray *members, guint least, GPtrArray *groups)
{
    GPtrArray *chosen = NULL;
    GPtrArray *with = choose(headers, members, least, &chosen);
    if (with == NULL) {
        g_ptr_array_add(groups, group_new(members, "", least));
        return;
    }
    g_autoptr(GPtrArray) rest = g_ptr_array_new();
    for (guint i = 0; i < members->len; i++)
        if (!g_ptr_array_find(with, g_ptr_array_index(members, i), NULL))
            g_ptr_array_add(rest, g_ptr_array_index(members, i));
    g_autofree char *more = include_lines(chosen);
    g_ptr_array_add(groups, group_new(with, more, least));
    if (rest->len > 0)
        split(headers, rest, least, groups);
    g_ptr_array_unref(with);
    g_ptr_array_unref(chosen);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static void find_idle(Shared *shared)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *units = shared->headers->plan->units;
    shared->idle = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < units->len; i++)
        for (char **argument = ((const Unit *)g_ptr_array_index(units, i))->arguments; *argument != NULL; argument++)
            if (g_str_has_prefix(*argument, "-I") && g_hash_table_add(seen, *argument) &&
                !headers_search(shared->headers, *argument + 2))
                g_hash_table_add(shared->idle, *argument + 2);
}

static GPtrArray *read_members(const Headers *headers)
{
    Shared shared = {.headers = headers};
    find_idle(&shared);
    g_autofree char *common = prologue_common_header(headers);
    GPtrArray *members = g_ptr_array_new_with_free_func(member_free);
    for (guint i = 0; i < headers->plan->units->len; i++)
        g_ptr_array_add(members, member_new(&shared, g_ptr_array_index(headers->plan->units, i), common));
    g_hash_table_unref(shared.idle);
    return members;
}

/* Members that begin alike, as arrays of Member, in the order of their first. */
static GPtrArray *part(GPtrArray *members)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GHashTable) by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < members->len; i++) {
        Member *member = g_ptr_array_index(members, i);
        char *key = key_of(member);
        GPtrArray *alike = g_hash_table_lookup(by_key, key);
        if (alike == NULL) {
            alike = g_ptr_array_new();
            g_ptr_array_add(parts, alike);
        }
        g_ptr_array_add(alike, member);
        g_hash_table_insert(by_key, key, alike);
    }
    return parts;
}

GPtrArray *group_units(const Plan *plan, guint least)
{
    Headers *headers = headers_scan(plan);
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GPtrArray) members = read_members(headers);
    g_autoptr(GPtrArray) parts = part(members);
    for (guint i = 0; i < parts->len; i++)
        split(headers, g_ptr_array_index(parts, i), least, groups);
    headers_free(headers);
    return groups;
}
