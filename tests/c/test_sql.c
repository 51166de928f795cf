/* Every statement of the viewer compiles against the schema, and none reads a large table from end to end
 * unless it says why (a line `-- scan: because` in its file). */
#include "fixture.h"

/* Tables with few rows; the others have tens of thousands. */
static const char *const small[] = {"file", "meta", "skipped_range", "diagnostic", "opcode",
                                    "opcode_part", "frame_call", "CONSTANT", NULL};

static gboolean is_large(const char *name, GHashTable *made)
{
    return !g_strv_contains(small, name) && !g_hash_table_contains(made, name);
}

/* "SCAN symbol_words VIRTUAL TABLE INDEX 0:M3" looks up what it was asked for; with nothing behind the colon it reads
 * all. */
static gboolean is_lookup(char **words)
{
    if (g_strv_length(words) != 6 || strcmp(words[2], "VIRTUAL") != 0)
        return FALSE;
    return !g_str_has_suffix(words[5], ":") || strcmp(words[1], "place") == 0; /* a list of one row's (json_each) */
}

/* The large table that the plan scans, or NULL. What the plan itself puts together first (MATERIALIZE calls)
 * is as small as what was asked for. */
static char *find_scan(Database *database, const char *sql)
{
    g_autofree char *explain = g_strconcat("EXPLAIN QUERY PLAN ", sql, NULL);
    g_autoptr(Statement) plan = database_prepare(database, explain, NULL);
    g_autoptr(GHashTable) made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while (statement_step(plan, NULL)) {
        g_auto(GStrv) words = g_strsplit(statement_text(plan, 3), " ", -1);
        if (strcmp(words[0], "MATERIALIZE") == 0 || strcmp(words[0], "CO-ROUTINE") == 0)
            g_hash_table_add(made, g_strdup(words[1]));
        if (strcmp(words[0], "SCAN") == 0 && is_large(words[1], made) && !is_lookup(words))
            return g_strdup(words[1]);
    }
    return NULL;
}

static char *without_comments(const char *sql)
{
    g_auto(GStrv) lines = g_strsplit(sql, "\n", -1);
    GString *kept = g_string_new(NULL);
    for (char **line = lines; *line != NULL; line++)
        if (!g_str_has_prefix(*line, "--"))
            g_string_append_printf(kept, "%s\n", *line);
    return g_string_free(kept, FALSE);
}

static void check(Database *database, const char *name)
{
    const char *text = data_text(name);
    g_autoptr(GError) error = NULL;
    g_autoptr(Statement) statement = database_prepare_file(database, name, &error);
    if (statement == NULL)
        fail_msg("%s: %s", name, error->message);
    if (!statement_is_read_only(statement))
        fail_msg("%s: writes", name);
    if (!g_str_has_prefix(text, "-- "))
        fail_msg("%s: no comment says what it returns", name);
    g_autofree char *sql = without_comments(text);
    if (strchr(sql, '?') != NULL)
        fail_msg("%s: values are bound by name", name);
    g_autofree char *scanned = find_scan(database, sql);
    gboolean is_allowed = strstr(text, "-- scan: ") != NULL;
    if (scanned != NULL && !is_allowed)
        fail_msg("%s: scans %s", name, scanned);
    if (scanned == NULL && is_allowed)
        fail_msg("%s: says that it scans, but does not", name);
}

static void test_statements(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Database) database = database_open(fixture->db, NULL);
    guint count = 0;
    for (const char *const *name = data_names; *name != NULL; name++)
        if (g_str_has_prefix(*name, "viewer/") && g_str_has_suffix(*name, ".sql")) {
            check(database, *name);
            count++;
        }
    assert_true(count > 10);
}

/* The test itself must see a scan. */
static void test_finds_scans(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Database) database = database_open(fixture->db, NULL);
    g_autofree char *scan = find_scan(database, "SELECT * FROM symbols WHERE doc = 'x'");
    assert_string_equal(scan, "symbol");
    g_autofree char *calls = find_scan(database, "SELECT * FROM calls WHERE macro = 'x'");
    assert_non_null(calls);
    g_autofree char *all_words = find_scan(database, "SELECT rowid FROM symbol_words");
    assert_string_equal(all_words, "symbol_words");
    g_autofree char *none = find_scan(database, "SELECT * FROM symbols WHERE name = 'x'");
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_statements), cmocka_unit_test(test_finds_scans)};
    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
