/* log.c: reads `git log --raw -z`. See log.h.
 *
 * A commit is its five fields, each ended by a zero byte; then, for each file, ":MODES BLOB BLOB STATUS" and its path, each
 * ended by one. A line break stands before the first. */
#include "history/log.h"

#include "history/git.h"
#include "history/issues.h"

#include <string.h>

typedef struct Reader {
    char *at, *end;
} Reader;

/* The next piece, NULL at the end. */
static char *next_piece(Reader *reader)
{
    if (reader->at >= reader->end)
        return NULL;
    char *piece = reader->at;
    reader->at += strlen(piece) + 1;
    return piece;
}

static gboolean has_file(Reader *reader)
{
    if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
    return reader->at < reader->end && *reader->at == ':';
}

static gboolean is_c_file(const char *path)
{
    return g_str_has_suffix(path, ".c") || g_str_has_suffix(path, ".h");
}

/* What only tests the interpreter: _testcapimodule.c, _ctypes/_ctypes_test.c, _testembed.c, a folder of tests. */
static gboolean is_test(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    return g_str_has_prefix(name, "_test") || g_str_has_prefix(name, "test_") || strstr(name, "_test.") != NULL ||
           g_str_has_prefix(name, "_xxtest") || g_str_has_prefix(path, "Lib/") || strstr(path, "/_test") != NULL ||
           strstr(path, "/tests/") != NULL || strstr(path, "/_xxtest") != NULL;
}

static char *blob(const char *name, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (name[i] != '0')
            return g_strndup(name, length);
    return NULL;
}

/* ":100644 100644 BLOB BLOB M" */
static void read_file(Commit *commit, const char *entry, const char *path)
{
    g_auto(GStrv) words = g_strsplit(entry, " ", 5);
    if (g_strv_length(words) < 5 || !is_c_file(path))
        return;
    gboolean is_link = g_str_has_prefix(words[1], "12") || g_str_has_prefix(words[1], "16");
    if (is_link)
        return;
    FileChange *file = g_new0(FileChange, 1);
    file->path = g_strdup(path);
    file->before = blob(words[2], strlen(words[2]));
    file->after = blob(words[3], strlen(words[3]));
    file->test = is_test(path);
    file->changes = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
    g_ptr_array_add(commit->files, file);
}

static Commit *read_commit(Reader *reader, char *hash)
{
    const char *parents = next_piece(reader), *date = next_piece(reader), *author = next_piece(reader),
               *message = next_piece(reader);
    Commit *commit = g_new0(Commit, 1);
    commit->hash = g_strdup(hash);
    commit->date = g_strdup(date != NULL ? date : "");
    commit->author = g_utf8_make_valid(author != NULL ? author : "", -1);
    g_autofree char *text = g_strchomp(g_utf8_make_valid(message != NULL ? message : "", -1));
    gsize first = strcspn(text, "\n");
    commit->subject = g_strndup(text, first);
    commit->body = g_strdup(text + first);
    gsize parent = strcspn(parents != NULL ? parents : "", " ");
    commit->parent = parent > 0 ? g_strndup(parents, parent) : NULL;
    commit->is_merge = parents != NULL && parents[parent] == ' ';
    commit->issues = g_array_new(FALSE, FALSE, sizeof(Issue));
    commit->files = g_ptr_array_new_with_free_func((GDestroyNotify)file_change_free);
    issues_find(commit);
    while (has_file(reader)) {
        const char *entry = next_piece(reader), *path = next_piece(reader);
        if (path != NULL)
            read_file(commit, entry, path);
    }
    return commit;
}

GPtrArray *log_read(const char *root, const char *range, GError **error)
{
    const char *const words[] = {"log",
                                 "--first-parent",
                                 "-m",
                                 "--reverse",
                                 "--raw",
                                 "-z",
                                 "--no-renames",
                                 "--no-abbrev",
                                 "--no-ext-diff",
                                 "--no-textconv",
                                 "--no-color",
                                 "--no-notes",
                                 "--no-show-signature",
                                 "--no-decorate",
                                 "--encoding=UTF-8",
                                 "--format=%H%x00%P%x00%aI%x00%an%x00%B",
                                 range,
                                 "--",
                                 NULL};
    gsize length = 0;
    g_autofree char *text = git_run(root, words, &length, error);
    if (text == NULL)
        return NULL;
    GPtrArray *commits = g_ptr_array_new_with_free_func((GDestroyNotify)commit_free);
    Reader reader = {text, text + length};
    for (char *hash; (hash = next_piece(&reader)) != NULL;)
        g_ptr_array_add(commits, read_commit(&reader, hash));
    return commits;
}

GPtrArray *log_hashes(const char *root, const char *range, gboolean *begins_bare, GError **error)
{
    const char *const words[] = {"rev-list", "--first-parent", "--reverse", "--parents", range, "--", NULL};
    g_autofree char *text = git_run(root, words, NULL, error);
    if (text == NULL)
        return NULL;
    GPtrArray *hashes = g_ptr_array_new_with_free_func(g_free);
    *begins_bare = text[strcspn(text, " \n")] == '\n';
    for (char *line = text; *line != '\0';) {
        gsize size = strcspn(line, "\n");
        g_ptr_array_add(hashes, g_strndup(line, strcspn(line, " \n")));
        line += size + (line[size] == '\n');
    }
    return hashes;
}
