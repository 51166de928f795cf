/* follow.c: see follow.h. */
#include "page/follow.h"

#include "page/claim.h"
#include "page/names.h"
#include "page/note.h"
#include "query/resolve.h"

#include <string.h>

/* Where a file's line can be read by who has no paper; NULL: nobody knows which commit the tree is. */
static char *address_of(Index *index, const char *file, const char *line)
{
    const char *commit = index_commit(index);

    return commit != NULL ? g_strdup_printf("https://github.com/python/cpython/blob/%s/%s#L%s", commit, file, line)
                          : NULL;
}

/* A citation of this tree must be true: people will look it up. */
static char *follow_citation(Index *index, const char *text, const Citation *citation, GError **error)
{
    g_autofree char *line = g_strdup_printf("%d", citation->first);

    if (!claim_is_of(index, citation->tree))
        return NULL;
    g_autoptr(Claim) claim = claim_citation(index, citation, error);
    if (claim == NULL)
        return NULL;
    if (claim->verdict == CLAIM_HOLDS)
        return address_of(index, citation->path, line);
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s: %s", text, claim->why);
    return NULL;
}

/* A name leads to its source on the sheet, else to its place in the tree. Words that are as good as any (copy) do not. */
static char *follow_name(Index *index, const GPtrArray *printed, const char *text, GError **error)
{
    g_autofree char *tree = NULL, *name = cite_name(text, &tree);

    if (name == NULL || (tree != NULL && !claim_is_of(index, tree)))
        return NULL;
    if (names_has(printed, name))
        return g_strconcat("#src-", name, NULL);
    if (!cite_is_c(name) && strchr(name, '.') == NULL && strchr(text, '(') == NULL)
        return NULL;
    g_autoptr(Table) symbols = resolve(index, name, error);
    if (symbols == NULL || table_size(symbols) != 1 || table_get(symbols, 0, "file") == NULL)
        return NULL;
    return address_of(index, table_get(symbols, 0, "file"), table_get(symbols, 0, "line"));
}

char *follow_span(Index *index, const GPtrArray *printed, const char *text, GError **error)
{
    g_autoptr(GPtrArray) citations = cite_find(text);
    const Citation *citation = citations->len == 1 ? citations->pdata[0] : NULL;

    if (citation != NULL && citation->length == strlen(text))
        return follow_citation(index, text, citation, error);
    return follow_name(index, printed, text, error);
}
