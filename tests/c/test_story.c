/* Stories: what a table may say and what is left out of it; what an issue, a commit or words find; and the stories that come
 * with the kit: nothing missing, nothing twice, texts in both languages, composed as Unicode wants it (NFC). */
#include "fixture.h"
#include "query/story.h"
#include "store/stories.h"

#define HASH_1 "1111111111111111111111111111111111111111"
#define HASH_2 "2222222222222222222222222222222222222222"
#define HASH_3 "abcdef3333333333333333333333333333333333"

static const char commits[] = "issue\tunder\talso\thash\tof_its_own\ttitle\ttitle_ko\n"
                              "100\t\t200,300\t" HASH_1 "\tx\tDict copies faster\t사전 복사\n"
                              "\n"
                              "\t100\t\t" HASH_2 "\t\tSort\t정렬\n"
                              "\t\t\t" HASH_3 "\t\tSort again\t다시 정렬\n"
                              "400\t\t\tnothash\t\tA\t가\n"
                              "400\t\t\t" HASH_1 "\t\t\t가\n"
                              "400\t" HASH_1 "\n";

static const char texts[] = "[story]\ntitle=All of it\ntitle[ko]=전부\n"
                            "[100]\nlook=clone_it;dict_it\nwhy=One.\\nTwo.\nwhy[ko]=하나.\n";

typedef struct Study {
    void *fixture;
    Index *index;
    char *folder;
    Story *story;
} Study;

static void put(const Study *study, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(study->folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static int set_up(void **state)
{
    Study *study = g_new0(Study, 1);
    GError *error = NULL;
    fixture_make(&study->fixture);
    study->index = fixture_open(study->fixture);
    g_autofree char *notes = g_build_filename(((Fixture *)study->fixture)->folder, "notes", NULL);
    study->folder = g_build_filename(notes, "stories", NULL);
    g_mkdir_with_parents(study->folder, 0700);
    g_setenv("CPYREAD_NOTES", notes, TRUE);
    put(study, "s.tsv", commits);
    put(study, "s.story", texts);
    study->story = story_open(study->index, "s", &error);
    g_assert_no_error(error);
    *state = study;
    return 0;
}

static int tear_down(void **state)
{
    Study *study = *state;
    g_autofree char *notes = g_path_get_dirname(study->folder), *tsv = g_build_filename(study->folder, "s.tsv", NULL);
    g_autofree char *story = g_build_filename(study->folder, "s.story", NULL);
    g_unlink(tsv);
    g_unlink(story);
    g_rmdir(study->folder);
    g_rmdir(notes);
    story_free(study->story);
    index_close(study->index);
    fixture_remove(&study->fixture);
    g_free(study->folder);
    g_free(study);
    g_unsetenv("CPYREAD_NOTES");
    return 0;
}

/* What cannot be read is left out and told with its line; columns that nobody knows are passed over. */
static void test_lines(void **state)
{
    const Study *study = *state;
    const GPtrArray *problems = study->story->problems;
    assert_int_equal(table_size(study->story->commits), 3);
    assert_string_equal(table_get(study->story->commits, 0, "under"), "100");
    assert_string_equal(table_get(study->story->commits, 2, "under"), "abcdef3333");
    assert_null(table_get(study->story->commits, 1, "issue"));
    assert_int_equal(problems->len, 3);
    assert_string_equal(problems->pdata[0], "s.tsv:6: no hash of a commit");
    assert_string_equal(problems->pdata[1], "s.tsv:7: a title is missing");
    assert_string_equal(problems->pdata[2], "s.tsv:8: not as many cells as there are columns");
}

static void test_find(void **state)
{
    static const struct {
        const char *what, *unders;
    } cases[] = {
        {"100", "100"},     {"bpo-100", "100"},  {"BPO-100", "100"},     {"#100", "100"},
        {"issue 100", "100"}, {"300", "100"},      {"10", ""},             {"400", ""},
        {"1111", "100"},    {"111", ""},         {"ABCDEF", "abcdef3333"}, {HASH_3, "abcdef3333"},
        {"sort", "100 abcdef3333"}, {"sort again", "abcdef3333"}, {"정렬", "100 abcdef3333"}, {"clone_it", "100"},
        {"sort nothing", ""}, {" ", ""},         {"\xff", ""},
    };
    const Study *study = *state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) unders = story_find(study->story, cases[i].what);
        g_ptr_array_add(unders, NULL);
        g_autofree char *joined = g_strjoinv(" ", (GStrv)unders->pdata);
        assert_string_equal(joined, cases[i].unders);
        g_ptr_array_set_size(unders, (int)unders->len - 1);
    }
}

static void test_texts(void **state)
{
    const Study *study = *state;
    g_autofree char *ko = story_text(study->story, "100", "why", "ko"), *en = story_text(study->story, "100", "why", "en");
    g_autofree char *title = story_title(study->story, "100", "ko"), *none = story_text(study->story, "9", "why", "en");
    g_auto(GStrv) look = story_list(study->story, "100", "look"), empty = story_list(study->story, "100", "chain");
    assert_string_equal(ko, "하나.");
    assert_string_equal(en, "One.\nTwo.");
    assert_string_equal(title, "사전 복사");
    assert_null(none);
    assert_int_equal(g_strv_length(look), 2);
    assert_int_equal(g_strv_length(empty), 0);
}

static void test_broken_texts(void **state)
{
    const Study *study = *state;
    GError *error = NULL;
    put(study, "s.story", "no group=1\n");
    g_autoptr(Story) story = story_open(study->index, "s", &error);
    g_assert_no_error(error);
    assert_int_equal(story->problems->len, 4);
    assert_true(g_str_has_prefix(story->problems->pdata[3], "s.story: "));
    g_autoptr(Story) none = story_open(study->index, "nosuch", &error);
    g_assert_no_error(error);
    assert_null(none);
}

/* ---- the stories of the kit ------------------------------------------------------------------------------------------ */

static gboolean has_hangul(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HANGUL)
            return TRUE;
    return FALSE;
}

static void check_composed(const char *file, const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    if (composed == NULL || strcmp(composed, text) != 0)
        fail_msg("%s: not NFC: %s", file, text);
}

static void check_commits(const Story *story)
{
    g_autoptr(GHashTable) hashes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint row = 0; row < table_size(story->commits); row++) {
        const char *hash = table_get(story->commits, row, "hash"), *grade = table_get(story->commits, row, "grade");
        const char *title_ko = table_get(story->commits, row, "title_ko");
        const char *const grades[] = {"certain", "message", "judgement", NULL};
        gboolean claims = table_get(story->commits, row, "claim") != NULL;
        if (strlen(hash) != 40 || !g_hash_table_add(hashes, (gpointer)hash))
            fail_msg("%s: %s is no whole hash, or there twice", story->name, hash);
        if (!has_hangul(title_ko) || has_hangul(table_get(story->commits, row, "title")))
            fail_msg("%s: %s: a title is in the other language", story->name, hash);
        if (grade == NULL || !g_strv_contains(grades, grade))
            fail_msg("%s: %s: no grade", story->name, hash);
        if (claims != (table_get(story->commits, row, "claim_source") != NULL) ||
            claims != (table_get(story->commits, row, "claim_ko") != NULL))
            fail_msg("%s: %s: a claim without its source, or in one language", story->name, hash);
        for (guint column = 0; story_columns[column] != NULL; column++)
            if (table_get(story->commits, row, story_columns[column]) != NULL)
                check_composed(story->name, table_get(story->commits, row, story_columns[column]));
    }
}

static gboolean is_told(const Story *story, const char *under)
{
    for (guint row = 0; row < table_size(story->commits); row++)
        if (strcmp(table_get(story->commits, row, "under"), under) == 0)
            return TRUE;
    return FALSE;
}

/* The text must be there in both languages, or in none. */
static void check_twin(const Story *story, const char *group, const char *key)
{
    g_autofree char *en = story_text(story, group, key, "en"), *ko = story_text(story, group, key, "ko");
    if (en == NULL)
        return;
    if (strcmp(en, ko) == 0 || !has_hangul(ko) || has_hangul(en))
        fail_msg("%s: [%s] %s: one language is missing", story->name, group, key);
    check_composed(story->name, ko);
}

static void check_texts(const Story *story)
{
    static const char *const known[] = {"title", "areas", "tree", "issues", "measured", "first", "why", "setup", "timeit", "shows", "also",
                                        "look",  "gone", "chain",  "python",   "from",  "note", NULL};
    g_auto(GStrv) groups = g_key_file_get_groups(story->texts, NULL);
    for (guint i = 0; groups[i] != NULL; i++) {
        gboolean is_story = strcmp(groups[i], "story") == 0;
        g_auto(GStrv) keys = g_key_file_get_keys(story->texts, groups[i], NULL, NULL);
        g_autofree char *why = story_text(story, groups[i], "why", "en"), *look = story_text(story, groups[i], "look", "en");
        if (!is_story && (!is_told(story, groups[i]) || why == NULL || look == NULL))
            fail_msg("%s: [%s]: no commit is told under it, or it says neither why nor where to look", story->name, groups[i]);
        for (guint k = 0; keys[k] != NULL; k++) {
            g_autofree char *bare = g_strndup(keys[k], strcspn(keys[k], "["));
            if (!g_strv_contains(known, bare))
                fail_msg("%s: [%s]: nobody reads %s", story->name, groups[i], keys[k]);
        }
        check_twin(story, groups[i], "title");
        check_twin(story, groups[i], "why");
        check_twin(story, groups[i], "note");
    }
}

static void test_ours(void **state)
{
    const Study *study = *state;
    g_autofree char *notes = g_build_filename(g_getenv("ROOT") != NULL ? g_getenv("ROOT") : ".", "notes", NULL);
    g_autofree char *folder = g_build_filename(notes, "stories", NULL);
    g_auto(GStrv) names = stories_list(folder);
    g_setenv("CPYREAD_NOTES", notes, TRUE);
    assert_non_null(names[0]);
    for (guint i = 0; names[i] != NULL; i++) {
        GError *error = NULL;
        g_autoptr(Story) story = story_open(study->index, names[i], &error);
        g_assert_no_error(error);
        if (story->problems->len > 0)
            fail_msg("%s", (char *)story->problems->pdata[0]);
        check_commits(story);
        check_texts(story);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_find, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_broken_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ours, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
