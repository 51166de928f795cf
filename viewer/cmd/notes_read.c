/* notes_read.c: `cpyread notes read`: which functions the group has read, from the source that the notes print. Twins are
 * one note; a line that two sessions print was read once. */
#include "cmd/note_line.h"
#include "cmd/notes.h"
#include "page/names.h"
#include "query/resolve.h"

#include <string.h>

typedef struct Read {
    char *file, *function, *date, *session;
    GHashTable *lines; /* numbers */
    int length;        /* of the whole function; 0: unknown */
} Read;

static void read_free(gpointer data)
{
    Read *read = data;

    g_free(read->file);
    g_free(read->function);
    g_free(read->date);
    g_free(read->session);
    g_hash_table_unref(read->lines);
    g_free(read);
}

static Read *find(GPtrArray *reads, const Printed *printed)
{
    for (guint i = 0; i < reads->len; i++) {
        Read *read = reads->pdata[i];
        if (strcmp(read->file, printed->file) == 0 && strcmp(read->function, printed->name) == 0)
            return read;
    }
    return NULL;
}

static int length_of(Index *index, const Printed *printed)
{
    g_autofree char *place = g_strconcat(printed->file, ":", printed->name, NULL);
    g_autoptr(Table) found = resolve(index, place, NULL);

    if (found == NULL || table_size(found) == 0)
        return 0;
    return (int)(table_get_int(found, 0, "end_line") - table_get_int(found, 0, "line")) + 1;
}

static void keep(GPtrArray *reads, Index *index, const Note *note, const Printed *printed)
{
    Read *read = find(reads, printed);

    if (read == NULL) {
        read = g_new0(Read, 1);
        read->file = g_strdup(printed->file);
        read->function = g_strdup(printed->name);
        read->date = g_strdup(note->date);
        read->session = g_strdup(note->session != NULL ? note->session : note->title);
        read->lines = g_hash_table_new(NULL, NULL);
        read->length = length_of(index, printed);
        g_ptr_array_add(reads, read);
    }
    for (int line = printed->first; line <= printed->last; line++)
        g_hash_table_add(read->lines, GINT_TO_POINTER(line));
}

/* Adds what one note prints. FALSE with `error`. */
static gboolean take_note(GPtrArray *reads, Index *index, const Note *note, Answer *answer, GError **error)
{
    g_autoptr(GPtrArray) fences = note_fences(note, error), printed = names_new();

    for (guint i = 0; fences != NULL && i < fences->len; i++) {
        const NoteFence *fence = fences->pdata[i];
        g_auto(GStrv) lines = g_strsplit(strcmp(fence->info, "cpyread") == 0 ? fence->text : "", "\n", -1);
        for (guint j = 0; lines[j] != NULL; j++) {
            const char *text = lines[j] + strspn(lines[j], "? ");
            g_autoptr(GError) problem = NULL;
            g_autoptr(Answer) source =
                g_str_has_prefix(text, "source ") ? note_answer_line(index, text, &problem) : NULL;
            if (source != NULL)
                names_keep(printed, source);
            if (problem != NULL)
                answer_warn(answer, "%s:%d: %s", note->path, fence->line + (int)j, problem->message);
        }
    }
    for (guint i = 0; i < printed->len; i++)
        keep(reads, index, note, printed->pdata[i]);
    return fences != NULL;
}

/* "dict-copy" for dict-copy.ko.md and its twin. */
static char *twins_name(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);

    base[strcspn(base, ".")] = '\0';
    return g_steal_pointer(&base);
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const Read *one = *(Read *const *)a, *other = *(Read *const *)b;
    int order = strcmp(one->file, other->file);

    return order != 0 ? order : strcmp(one->function, other->function);
}

static void add_table(GPtrArray *reads, Answer *answer)
{
    static const char *const columns[] = {"file", "function", "lines", "of", "date", "session", NULL};
    Table *table = table_new(columns);
    guint lines = 0;

    table_set_number(table, "lines");
    table_set_number(table, "of");
    g_ptr_array_sort(reads, by_place);
    for (guint i = 0; i < reads->len; i++) {
        const Read *read = reads->pdata[i];
        g_autofree char *count = g_strdup_printf("%u", g_hash_table_size(read->lines));
        g_autofree char *length =
            read->length > 0 ? g_strdup_printf("%d", MAX(read->length, (int)g_hash_table_size(read->lines))) : NULL;
        table_add(table, (const char *const[]){read->file, read->function, count, length, read->date, read->session});
        lines += g_hash_table_size(read->lines);
    }
    g_autofree char *said = g_strdup_printf("%u functions, %u lines", reads->len, lines);
    answer_add_table(answer, said, table, "file");
}

Answer *notes_read(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GPtrArray) paths = notes_paths(context, error), reads = g_ptr_array_new_with_free_func(read_free);
    g_autoptr(NotesIndexes) indexes = notes_indexes_new(context);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; paths != NULL && i < paths->len; i++) {
        g_autoptr(GError) problem = NULL;
        g_autoptr(Note) note = note_read(paths->pdata[i], &problem);
        Index *index = NULL;
        if (note == NULL || !g_hash_table_add(seen, twins_name(note->path)) ||
            (index = notes_index_for(indexes, note, &problem)) == NULL ||
            !take_note(reads, index, note, answer, &problem))
            answer->status = problem != NULL ? ANSWER_FAILED : answer->status;
        if (problem != NULL)
            answer_warn(answer, "%s", problem->message);
    }
    if (paths == NULL)
        return NULL;
    if (reads->len > 0)
        add_table(reads, answer);
    else if (answer->status == ANSWER_FOUND)
        answer->status = ANSWER_NOTHING;
    if (reads->len == 0)
        answer_warn(answer, "no note prints any source");
    return g_steal_pointer(&answer);
}
