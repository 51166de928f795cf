/* unknown.c: names that mean nothing; see unknown.h. What is wrong with the name is said as narrowly as it is known. */
#include "cmd/unknown.h"

#include "query/locate.h"
#include "query/python.h"
#include "query/resolve.h"

#include <string.h>

#define NEAREST 5
#define SHOWN   200 /* bytes of a name that are repeated */

/* As much of `name` as a message bears; the caller frees it. */
static char *shown(const char *name)
{
    gsize length = strlen(name);
    g_autofree char *start = g_utf8_make_valid(name, (gssize)MIN(length, SHOWN));
    return g_strconcat(start, length > SHOWN ? "…" : "", NULL);
}

/* The only file whose path is `name` or ends in it, as it is called in the tree; NULL: none, or several. */
static char *only_file(const Context *context, const char *name, gboolean *exists)
{
    g_autoptr(Table) files = index_query(context->index, NULL, "resolve_file", "file", name, NULL);
    *exists = files != NULL && table_size(files) > 0;
    return *exists && table_size(files) == 1 ? g_strdup(table_get(files, 0, "path")) : NULL;
}

/* "nofile.c:name", "listobject.c:9999": it is the file that is not there, or the line that belongs to nothing. Whether
 * that says it all. */
static gboolean say_place(const Context *context, const char *name, Answer *answer)
{
    const char *colon = strrchr(name, ':');
    gboolean exists;
    if (colon == NULL)
        return FALSE;
    g_autofree char *file = g_strndup(name, (gsize)(colon - name));
    g_autofree char *file_shown = shown(file), *name_shown = shown(name);
    g_free(only_file(context, file, &exists));
    if (*file == '\0' || colon[1] == '\0')
        answer_warn(answer, "%s is half a place: file.c:NAME or file.c:LINE", name_shown);
    else if (!exists)
        answer_warn(answer, "no file %s in %s", file_shown, index_tree(context->index));
    else if (resolve_is_place(name))
        answer_warn(answer, "line %s of %s is in no symbol", colon + 1, file_shown);
    else
        return FALSE;
    return TRUE;
}

static gboolean say_file(const Context *context, const char *name, Answer *answer)
{
    gboolean exists;
    g_autofree char *path = only_file(context, name, &exists);
    if (exists) {
        gboolean is_new = path != NULL && strcmp(path, name) != 0;
        answer_warn(answer, "%s is a file%s%s: name what is in it, as %s:NAME or %s:LINE", name,
                    is_new ? ", " : "", is_new ? path : "", name, name);
    }
    return exists;
}

/* Another version of the study folder that has the name, "; 3.11 has it: --at 3.11"; "" without one. */
static char *other_version(const Context *context, const char *name)
{
    g_autofree char *study = index_study_folder();
    g_auto(GStrv) versions = study != NULL && strlen(name) <= SHOWN ? index_versions(study) : NULL;
    for (guint i = 0; versions != NULL && versions[i] != NULL; i++) {
        IndexChoice choice = {.at = versions[i]};
        g_autoptr(Index) index = index_open(&choice, NULL);
        if (index == NULL || strcmp(index_path(index), index_path(context->index)) == 0)
            continue;
        g_autoptr(Table) symbols = resolve(index, name, NULL);
        if (symbols != NULL && table_size(symbols) > 0)
            return g_strdup_printf("; %s has it: --at %s", versions[i], versions[i]);
    }
    return g_strdup("");
}

void unknown_say(const Context *context, const char *name, Answer *answer)
{
    answer->status = ANSWER_NOTHING;
    if (say_place(context, name, answer) || say_file(context, name, answer))
        return;
    g_auto(GStrv) names =
        g_utf8_validate(name, -1, NULL) ? resolve_nearest(context->index, name, NEAREST, NULL) : NULL;
    g_autofree char *list = names != NULL ? g_strjoinv(", ", names) : g_strdup("");
    g_autofree char *name_shown = shown(name), *elsewhere = other_version(context, name);
    g_autofree char *file = *list == '\0' && strchr(name, ':') == NULL ? python_module_file(context->index, name) : NULL;
    const char *search = *list == '\0' && *elsewhere == '\0' && file == NULL ? "; parts of names: cpyread find WORDS" : "";
    answer_warn(answer, "no symbol %s in %s%s%s%s%s%s%s", name_shown, index_tree(context->index), elsewhere,
                *list != '\0' ? "; nearest: " : "", list, search, file != NULL ? "; what sets it, if anything: " : "",
                file != NULL ? file : "");
}
