/* search_found.h: what the files of search.h share. */
#ifndef CPYREAD_SEARCH_FOUND_H
#define CPYREAD_SEARCH_FOUND_H

#include "query/search.h"

/* How a name was found, best first; the text is what the answer's column `match` says. */
typedef enum {
    MATCH_NAME,
    MATCH_CASE,
    MATCH_PREFIX,
    MATCH_PARTS,
    MATCH_INSIDE,
    MATCH_FILE,
    MATCH_COMMENT,
    MATCH_TEXT, /* a message, another string literal, the subject of a commit */
    MATCH_NONE
} Match;

typedef struct Found {
    Match match;
    int rank;  /* the match, a field or an enumerator being two steps behind: there are twenty fields called
                  dict */
    int order; /* among those of the same rank */
    gsize length;
    char *name, *kind, *file, *line, *text;
} Found;

/* Another one of them all, which own it. */
Found *search_found_new(GPtrArray *all, Match match);

/* Where `word` occurs in `text`, letters of both cases being equal; NULL: nowhere. */
const char *search_find(const char *text, const char *word);
gboolean search_has_all(const char *text, const char *const *words);
Match search_match(const char *name, const char *const *words);

/* What stands around the first of the words, on one line: the whole text where it is short. The caller frees it. */
char *search_excerpt(const char *text, const char *const *words);

/* 0 where the words stand beside each other as they were given, else 1. */
int search_is_scattered(const char *text, const char *const *words);

/* Each adds what it finds to `all`, of Found; FALSE with `error`. `pattern` is for LIKE: the longest of the words. */
gboolean search_python(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error);
gboolean search_commit(Index *index, const char *const *words, GPtrArray *all, GError **error); /* its hash or issue */
gboolean search_files(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error);
gboolean search_messages(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error);
gboolean search_strings(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error);
gboolean search_subjects(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error);

#endif
