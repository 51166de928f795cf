/* blobs.c: see blobs.h. An answer of `git cat-file --batch` is "NAME blob SIZE", the bytes, a line break; or "NAME missing". */
#include "history/blobs.h"

#include "history/git.h"

#include <stdlib.h>
#include <string.h>

struct Blobs {
    Git *git;
};

Blobs *blobs_open(const char *root, const char *names, GError **error)
{
    const char *const words[] = {"cat-file", "--batch", "--buffer", NULL};
    Git *git = git_start(root, words, names, error);
    if (git == NULL)
        return NULL;
    Blobs *blobs = g_new0(Blobs, 1);
    blobs->git = git;
    return blobs;
}

void blobs_free(Blobs *blobs)
{
    git_stop(blobs->git);
    g_free(blobs);
}

static char *ended(GError **error)
{
    g_set_error(error, GIT_ERROR, GIT_ERROR_OBJECT, "git cat-file ended before it had given all files");
    return NULL;
}

char *blobs_next(Blobs *blobs, gsize *size, GError **error)
{
    char head[256];
    FILE *output = git_output(blobs->git);
    if (fgets(head, sizeof head, output) == NULL)
        return ended(error);
    const char *word = strchr(head, ' ');
    if (word == NULL || strncmp(word, " blob ", strlen(" blob ")) != 0)
        return NULL;
    *size = (gsize)strtoull(word + strlen(" blob "), NULL, 10);
    char *text = g_try_malloc(*size + 1);
    if (text == NULL || fread(text, 1, *size, output) != *size || fgetc(output) != '\n') {
        g_free(text);
        return ended(error);
    }
    text[*size] = '\0';
    for (char *zero = text; (zero = memchr(zero, '\0', *size - (gsize)(zero - text))) != NULL;)
        *zero = ' ';
    return text;
}
