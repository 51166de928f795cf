/* commit.c: see commit.h. */
#include "history/commit.h"

void change_free(Change *change)
{
    g_free(change->name);
    g_free(change->was);
    g_clear_pointer(&change->bag, g_array_unref);
    g_free(change);
}

void file_change_free(FileChange *file)
{
    g_free(file->path);
    g_free(file->before);
    g_free(file->after);
    g_free(file->hunk);
    g_free(file->hunk_in);
    g_ptr_array_unref(file->changes);
    g_free(file);
}

void commit_free(Commit *commit)
{
    g_free(commit->hash);
    g_free(commit->date);
    g_free(commit->author);
    g_free(commit->subject);
    g_free(commit->body);
    g_free(commit->parent);
    g_array_unref(commit->issues);
    g_ptr_array_unref(commit->files);
    g_free(commit);
}
