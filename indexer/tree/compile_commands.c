/* compile_commands.c: the tree's own compilation database. See compile_commands.h.
 *
 *     [{"directory": "/home/me/cpython/build",
 *       "command": "gcc -c -Wall -O2 -std=c11 -I../Include -I. -DPy_BUILD_CORE -o Objects/object.o ../Objects/object.c",
 *       "file": "../Objects/object.c"}, …]
 *
 * It stands in the tree, or in a folder right in it that something was built in. It knows better than we which macros
 * and which folders a source is compiled with; so of the arguments, those that change what the text means are taken
 * over, by a list of what is known to do so: what another compiler understands, clang may refuse. Which sources there
 * are, and what they are linked into, it does not say. */
#include "tree/compile_commands.h"

#include "tree/json_reader.h"
#include "tree/options.h"

#include <stdlib.h>
#include <string.h>

#define DATABASE_NAME "compile_commands.json"

typedef struct Entry {
    char *directory, *file, *command;
    GStrv arguments; /* instead of `command`, or NULL */
    guint line;      /* where it begins */
} Entry;

/* A kind of mistake in the entries: told once, with the first place. */
typedef struct Mistake {
    const char *is; /* "lies outside the tree" */
    char *what;
    guint line, count;
} Mistake;

typedef struct Database {
    Plan *plan;
    const char *name;    /* relative to the root */
    GHashTable *by_path; /* unit's path to its arguments */
    Mistake outside, absent, words;
} Database;

/* ---- paths ------------------------------------------------------------------------------------------------------- */

/* `path`, meant from `directory`, relative to the root ("." for the root itself); as it is, but absolute, if it lies
 * elsewhere. */
static char *path_from_root(const Plan *plan, const char *directory, const char *path)
{
    g_autofree char *absolute = g_canonicalize_filename(path, directory);
    char *real = realpath(absolute, NULL); /* the root's name has no symbolic links either */
    gsize length = strlen(plan->root);
    const char *name = real != NULL && strncmp(absolute, plan->root, length) != 0 ? real : absolute;
    gboolean below = strncmp(name, plan->root, length) == 0 && (name[length] == '/' || name[length] == '\0');
    char *result = g_strdup(!below ? absolute : name[length] == '\0' ? "." : name + length + 1);
    free(real);
    return result;
}

/* ---- arguments --------------------------------------------------------------------------------------------------- */

typedef struct Kept {
    const char *option;
    enum {
        WHOLE,
        BEGINNING,
        VALUE,
        FOLDER,
        HEADER
    } kind; /* the last three have a value, which may be the next word */
} Kept;

/* Longer ones first. -O is not among them: what a text means with __OPTIMIZE__ is of no interest. */
static const Kept kept[] = {
    {"-idirafter", FOLDER},
    {"-isystem", FOLDER},
    {"-imacros", HEADER},
    {"-include", HEADER},
    {"-iquote", FOLDER},
    {"-D", VALUE},
    {"-U", VALUE},
    {"-I", FOLDER},
    {"-std=", BEGINNING},
    {"-msse", BEGINNING},
    {"-mavx", BEGINNING},
    {"-m32", WHOLE},
    {"-m64", WHOLE},
    {"-ansi", WHOLE},
    {"-pthread", WHOLE},
    {"-nostdinc", WHOLE},
    {"-fsigned-char", WHOLE},
    {"-funsigned-char", WHOLE},
    {"-fshort-enums", WHOLE},
    {"-fshort-wchar", WHOLE},
    {"-fgnu89-inline", WHOLE},
};

static const Kept *find_kept(const char *word)
{
    if (strcmp(word, "-include-pch") == 0)
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        if (kept[i].kind == WHOLE ? strcmp(word, kept[i].option) == 0
                                  : g_str_has_prefix(word, kept[i].option))
            return &kept[i];
    return NULL;
}

/* The value of an option, told from the root. A header that does not lie there is looked for by the compiler. */
static char *value_from_root(const Plan *plan, const char *directory, const Kept *option, const char *value)
{
    g_autofree char *there = g_canonicalize_filename(value, directory);
    gboolean is_path =
        option->kind == FOLDER || (option->kind == HEADER && g_file_test(there, G_FILE_TEST_EXISTS));
    return is_path ? path_from_root(plan, directory, value) : g_strdup(value);
}

/* `words` as a unit's arguments. The made-up pyconfig.h comes last: a build has one of its own, unless it was cleaned. */
static GStrv sanitise(const Plan *plan, const char *directory, GStrv words)
{
    GPtrArray *arguments = g_ptr_array_new();
    for (char **word = words; *word != NULL; word++) {
        const Kept *option = find_kept(*word);
        if (option == NULL)
            continue;
        gboolean has_value = option->kind != WHOLE && option->kind != BEGINNING;
        const char *value = has_value ? *word + strlen(option->option) : NULL;
        if (value != NULL && *value == '\0' && word[1] != NULL)
            value = *++word;
        g_autofree char *told = value == NULL ? NULL : value_from_root(plan, directory, option, value);
        g_ptr_array_add(arguments, told == NULL ? g_strdup(*word) : g_strconcat(option->option, told, NULL));
    }
    g_ptr_array_add(arguments, g_strdup("-idirafter" MADE_UP_FOLDER));
    g_ptr_array_add(arguments, NULL);
    return (GStrv)g_ptr_array_free(arguments, FALSE);
}

/* ---- an entry ---------------------------------------------------------------------------------------------------- */

static void entry_clear(Entry *entry)
{
    g_free(entry->directory);
    g_free(entry->file);
    g_free(entry->command);
    g_strfreev(entry->arguments);
}

static GStrv read_words(JsonReader *reader)
{
    GPtrArray *words = g_ptr_array_new();
    json_begin(reader, '[');
    while (json_more(reader, ']')) {
        char *word = json_string(reader);
        if (word != NULL)
            g_ptr_array_add(words, word);
    }
    g_ptr_array_add(words, NULL);
    return (GStrv)g_ptr_array_free(words, FALSE);
}

static void read_member(JsonReader *reader, Entry *entry)
{
    g_autofree char *name = json_name(reader);
    char **text = g_strcmp0(name, "directory") == 0 ? &entry->directory
                  : g_strcmp0(name, "file") == 0    ? &entry->file
                  : g_strcmp0(name, "command") == 0 ? &entry->command
                                                    : NULL;
    if (text != NULL) {
        g_free(*text);
        *text = json_string(reader);
    } else if (g_strcmp0(name, "arguments") == 0) {
        g_strfreev(entry->arguments);
        entry->arguments = read_words(reader);
    } else if (name != NULL) {
        json_skip(reader);
    }
}

static void read_entry(JsonReader *reader, Entry *entry)
{
    json_peek(reader);
    entry->line = reader->line;
    json_begin(reader, '{');
    while (json_more(reader, '}'))
        read_member(reader, entry);
}

static void note_mistake(Mistake *mistake, const Entry *entry, const char *what)
{
    if (mistake->count++ > 0)
        return;
    mistake->what = g_strdup(what);
    mistake->line = entry->line;
}

/* Takes over an entry; the first of several for a file wins. */
static void take_entry(Database *database, Entry *entry)
{
    Plan *plan = database->plan;
    g_autofree char *home = g_path_get_dirname(database->name);
    g_autofree char *from = g_canonicalize_filename(home, plan->root);
    g_autofree char *directory =
        g_canonicalize_filename(entry->directory != NULL ? entry->directory : ".", from);
    if (!g_file_test(directory, G_FILE_TEST_IS_DIR)) {
        note_mistake(&database->absent, entry, directory);
        return;
    }
    g_autofree char *path = path_from_root(plan, directory, entry->file != NULL ? entry->file : "");
    if (g_path_is_absolute(path)) {
        note_mistake(&database->outside, entry, path);
        return;
    }
    if (entry->arguments == NULL)
        g_shell_parse_argv(entry->command != NULL ? entry->command : "", NULL, &entry->arguments, NULL);
    if (entry->arguments == NULL || entry->arguments[0] == NULL)
        note_mistake(&database->words, entry, path);
    else if (!g_hash_table_contains(database->by_path, path))
        g_hash_table_insert(database->by_path, g_steal_pointer(&path),
                            sanitise(plan, directory, entry->arguments + 1));
}

/* ---- the database ------------------------------------------------------------------------------------------------ */

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean has_file(const char *root, const char *path)
{
    g_autofree char *full = g_build_filename(root, path, NULL);
    return g_file_test(full, G_FILE_TEST_IS_REGULAR);
}

/* In the root, else in the first folder by name that has one; NULL if none has. */
static char *find_database(const char *root)
{
    if (has_file(root, DATABASE_NAME))
        return g_strdup(DATABASE_NAME);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(root, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(name, DATABASE_NAME, NULL);
        if (has_file(root, path))
            g_ptr_array_add(found, g_steal_pointer(&path));
    }
    g_ptr_array_sort(found, compare_names);
    return found->len == 0 ? NULL : g_strdup(g_ptr_array_index(found, 0));
}

/* FALSE if it is broken; then nothing of it is used. */
static gboolean read_database(Database *database, const char *text, gsize size)
{
    JsonReader reader;
    json_reader_init(&reader, text, size);
    json_begin(&reader, '[');
    while (json_more(&reader, ']')) {
        Entry entry = {0};
        read_entry(&reader, &entry);
        if (reader.problem == NULL)
            take_entry(database, &entry);
        entry_clear(&entry);
    }
    gboolean ok = json_end(&reader);
    if (!ok)
        plan_add_note(database->plan, "%s:%u: %s; it is not used", database->name, reader.line,
                      reader.problem);
    json_reader_clear(&reader);
    return ok;
}

static void tell_mistake(const Database *database, Mistake *mistake)
{
    if (mistake->count > 1)
        plan_add_note(database->plan, "%s:%u: %s %s, and %u more; passed over", database->name, mistake->line,
                      mistake->what, mistake->is, mistake->count - 1);
    else if (mistake->count == 1)
        plan_add_note(database->plan, "%s:%u: %s %s; passed over", database->name, mistake->line,
                      mistake->what, mistake->is);
    g_free(mistake->what);
}

static void hand_out(const Database *database)
{
    GPtrArray *units = database->plan->units;
    guint used = 0;
    for (guint i = 0; i < units->len; i++) {
        Unit *unit = g_ptr_array_index(units, i);
        GStrv arguments = g_hash_table_lookup(database->by_path, unit->path);
        if (arguments == NULL)
            continue;
        g_strfreev(unit->arguments);
        unit->arguments = g_strdupv(arguments);
        used++;
    }
    plan_add_note(database->plan, "%s: gives the arguments of %u of %u units", database->name, used,
                  units->len);
}

void compile_commands_use(Plan *plan)
{
    g_autofree char *name = find_database(plan->root);
    if (name == NULL)
        return;
    g_autofree char *path = g_build_filename(plan->root, name, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    gsize size;
    if (!g_file_get_contents(path, &text, &size, &error)) {
        plan_add_note(plan, "%s; it is not used", error->message);
        return;
    }
    Database database = {.plan = plan, .name = name};
    database.by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
    database.outside.is = "lies outside the tree";
    database.absent.is = "is no folder";
    database.words.is = "has no command that can be read";
    gboolean ok = read_database(&database, text, size);
    tell_mistake(&database, &database.absent);
    tell_mistake(&database, &database.outside);
    tell_mistake(&database, &database.words);
    if (ok)
        hand_out(&database);
    g_hash_table_unref(database.by_path);
}
