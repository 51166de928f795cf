/* notes.c: `cpyread notes`: listing notes and making new ones; the rest of it is notes_check.c and notes_read.c. */
#include "cmd/notes.h"

#include "cmd/draft.h"
#include "cmd/line.h"
#include "page/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct NotesIndexes {
    const Context *context;
    GHashTable *by_tree; /* char * → Index */
};

/* ---- which notes, which index ----------------------------------------------------------------------------------- */

char *notes_folder(void)
{
    g_autofree char *study = index_study_folder();
    g_autofree char *notes = study != NULL ? g_build_filename(study, "notes", NULL) : g_strdup("notes");

    return g_file_test(notes, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&notes) : g_strdup(".");
}

static gboolean is_note(const char *path)
{
    g_autofree char *text = NULL;

    return g_str_has_suffix(path, ".md") && g_file_get_contents(path, &text, NULL, NULL) &&
           (g_str_has_prefix(text, "---\n") || g_str_has_prefix(text, "---\r\n"));
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "notes/x.md" where that is shorter to say than where it lies. */
static char *from_here(const char *path)
{
    g_autofree char *here = g_get_current_dir();

    return g_str_has_prefix(path, here) && path[strlen(here)] == '/' ? g_strdup(path + strlen(here) + 1) : g_strdup(path);
}

GPtrArray *notes_paths(const Context *context, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder = notes_folder();
    g_autoptr(GDir) dir = NULL;

    for (guint i = 1; context->arguments[i] != NULL; i++)
        g_ptr_array_add(paths, g_strdup(context->arguments[i]));
    if (paths->len > 0)
        return g_steal_pointer(&paths);
    if ((dir = g_dir_open(folder, 0, error)) == NULL)
        return NULL;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);
        if (is_note(path))
            g_ptr_array_add(paths, from_here(path));
    }
    g_ptr_array_sort(paths, by_text);
    return g_steal_pointer(&paths);
}

NotesIndexes *notes_indexes_new(const Context *context)
{
    NotesIndexes *indexes = g_new0(NotesIndexes, 1);

    indexes->context = context;
    indexes->by_tree = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)index_close);
    return indexes;
}

void notes_indexes_free(NotesIndexes *indexes)
{
    g_hash_table_unref(indexes->by_tree);
    g_free(indexes);
}

Index *notes_index_for(NotesIndexes *indexes, const Note *note, GError **error)
{
    const IndexChoice *choice = indexes->context->choice;
    gboolean is_chosen = choice->db != NULL || choice->at != NULL || g_getenv("CPYREAD_DB") != NULL;
    const IndexChoice of_note = {.at = note->tree, .src = choice->src};
    const char *key = is_chosen || note->tree == NULL ? "" : note->tree;
    Index *index = g_hash_table_lookup(indexes->by_tree, key);

    if (index != NULL)
        return index;
    index = index_open(*key == '\0' ? choice : &of_note, error);
    if (index != NULL)
        g_hash_table_insert(indexes->by_tree, g_strdup(key), index);
    return index;
}

/* ---- list ------------------------------------------------------------------------------------------------------- */

Answer *notes_list(const Context *context, GError **error)
{
    static const char *const columns[] = {"note", "title", "session", "date", "lang", "tree", NULL};
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GPtrArray) paths = notes_paths(context, error);
    g_autoptr(Table) table = table_new(columns);

    for (guint i = 0; paths != NULL && i < paths->len; i++) {
        g_autoptr(GError) problem = NULL;
        g_autoptr(Note) note = note_read(paths->pdata[i], &problem);
        if (note != NULL)
            table_add(table, (const char *const[]){note->path, note->title, note->session, note->date,
                                                   lang_code(note->lang), note->tree});
        else
            answer_warn(answer, "%s", problem->message);
        if (note == NULL)
            answer->status = ANSWER_FAILED;
    }
    if (paths == NULL)
        return NULL;
    if (table_size(table) == 0 && answer->status == ANSWER_FOUND) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "no notes here; make one with: cpyread notes new NAME");
    }
    if (table_size(table) > 0)
        answer_add_table(answer, NULL, g_steal_pointer(&table), NULL);
    return g_steal_pointer(&answer);
}

/* ---- new -------------------------------------------------------------------------------------------------------- */

/* The path of a new note called `name`, which lies in the folder of notes and nowhere else. NULL with `error`. */
static char *new_path(const char *name, Lang lang, GError **error)
{
    g_autofree char *folder = notes_folder();
    const char *plain = g_str_has_prefix(name, "notes/") ? name + strlen("notes/") : name;
    g_autofree char *ending = g_str_has_suffix(plain, ".md") ? g_strdup("") : g_strdup_printf(".%s.md", lang_code(lang));
    g_autofree char *file = g_strconcat(plain, ending, NULL);

    if (*plain != '\0' && *plain != '.' && strchr(plain, '/') == NULL)
        return strcmp(folder, ".") == 0 ? g_steal_pointer(&file) : g_build_filename(folder, file, NULL);
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                "notes: a new note lies in %s and has a plain name, as dict-copy; not \"%s\"", folder, name);
    return NULL;
}

/* Writes a file that must not be there yet: whole, or not at all. */
static gboolean write_new(const char *path, const char *text, GError **error)
{
    g_autofree char *beside = output_beside(path);
    int code;

    if (!output_write(beside, text, strlen(text), error))
        return FALSE;
    code = link(beside, path) == 0 ? 0 : errno;
    output_drop(beside);
    if (code != 0)
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot make %s: %s", path,
                    code == EEXIST ? "it is there already, and stays as it is" : g_strerror(code));
    return code == 0;
}

static gboolean read_lang(const Context *context, Lang *lang, GError **error)
{
    const char *text = context_option(context, "lang");

    *lang = LANG_EN;
    if (text == NULL || lang_parse(text, lang))
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--lang is ko or en, not \"%s\"", text);
    return FALSE;
}

/* The text; NULL with `error`. The caller frees it. */
static char *new_text(const Context *context, Index *index, Lang lang, GError **error)
{
    const char *issue = context_option(context, "speedup"), *title = context_option(context, "title");
    const char *const *symbols =
        (const char *const *)context->arguments + (context->arguments[1] != NULL ? 2 : 1);

    if (issue != NULL)
        return draft_speedup(index, issue, lang, error);
    return draft_template(index, title != NULL ? title : context->arguments[1], symbols, lang);
}

/* The new note's name; the caller frees it. NULL with `error`. */
static char *new_name(const Context *context, GError **error)
{
    const char *issue = context_option(context, "speedup");

    if (context->arguments[1] != NULL)
        return g_strdup(context->arguments[1]);
    if (issue != NULL)
        return g_strconcat("speedup-", issue, NULL);
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "notes: usage: cpyread notes new NAME [SYMBOL…]");
    return NULL;
}

Answer *notes_new(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    Lang lang;
    g_autofree char *name = NULL, *path = NULL, *text = NULL, *said = NULL;

    if (!read_lang(context, &lang, error) || (name = new_name(context, error)) == NULL ||
        (path = new_path(name, lang, error)) == NULL)
        return NULL;
    g_autoptr(Index) index = index_open(context->choice, error);
    text = index != NULL ? new_text(context, index, lang, error) : NULL;
    if (text == NULL || !write_new(path, text, error))
        return NULL;
    said = g_strdup_printf("made %s; print it with: cpyread handout %s", path, path);
    answer_add_paragraph(answer, said);
    return g_steal_pointer(&answer);
}

/* ---- the command ------------------------------------------------------------------------------------------------ */

static const struct {
    const char *word;
    Answer *(*run)(const Context *context, GError **error);
    const char *const options[4]; /* of those below, NULL last */
} parts[] = {
    {"list", notes_list, {NULL}},
    {"check", notes_check, {"run", "fix", NULL}},
    {"read", notes_read, {NULL}},
    {"new", notes_new, {"speedup", "title", "lang", NULL}},
};

/* An option of another part would be silently ignored. */
static gboolean check_options(const Context *context, guint part, GError **error)
{
    for (guint i = 0; context->options[i] != NULL; i++) {
        g_autofree char *name = g_strndup(context->options[i] + 2, strcspn(context->options[i] + 2, "="));
        if (g_strv_contains(parts[part].options, name))
            continue;
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "notes %s: --%s has no meaning here; more: cpyread notes --help",
                    parts[part].word, name);
        return FALSE;
    }
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(context->arguments[0], parts[i].word) == 0)
            return check_options(context, i, error) ? parts[i].run(context, error) : NULL;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "notes: list, check, read or new, not \"%s\"; more: cpyread notes --help",
                context->arguments[0]);
    return NULL;
}

static const CommandOption options_of_notes[] = {
    {"run", 0, "PYTHON", "check: run the snippets, too, each by itself in a scratch folder, 60 s at most"},
    {"fix", 0, NULL, "check: rewrite the line numbers of citations that moved, and show what was rewritten"},
    {"speedup", 0, "ISSUE", "new: fill in what the story of that issue or commit knows"},
    {"title", 0, "TITLE", "new: the question"},
    {"lang", 0, "LANG", "new: ko or en"},
    {NULL, 0, NULL, NULL},
};

const Command command_notes = {
    .name = "notes",
    .usage = "list | check [NOTE.md…] [--run PYTHON] [--fix] | read | new NAME [SYMBOL…] [--speedup ISSUE]",
    .summary = "the group's notes: listed, checked against their trees, begun; and what has been read",
    .help = "list: titles and dates. check: every symbol, citation (path:lines@tree#symbol) and block of the notes, in "
            "the tree\n"
            "that each names, or in the one of --at or --db; status 1 where something does not hold. A name that is "
            "gone comes\n"
            "with the nearest ones, lines that moved with their new place. read: the functions whose source the notes "
            "print, by\n"
            "file. new: a note to fill in; one that is there is never overwritten.",
    .example = "cpyread notes list",
    .options = options_of_notes,
    .min_arguments = 1,
    .max_arguments = -1,
    .looks_for_index = TRUE,
    .run = run,
};
