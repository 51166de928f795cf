/* block.h: what a command answers with. A command makes an Answer out of blocks; a renderer (text.h, json.h,
 * …) turns it into what is printed; a handout or a web page is a document of the same blocks. So nothing here
 * knows a terminal or HTML, and a new command is at once in all of them. */
#ifndef CPYREAD_BLOCK_H
#define CPYREAD_BLOCK_H

#include "graph/graph.h"
#include "query/table.h"

typedef enum {
    BLOCK_HEADING,   /* text */
    BLOCK_PARAGRAPH, /* text; lines are kept, long ones may be wrapped */
    BLOCK_TABLE,     /* title (or NULL) and table */
    BLOCK_SOURCE,    /* title, excerpt */
    BLOCK_GRAPH,     /* title, graph */
} BlockKind;

/* A piece of a source file with its real line numbers. */
typedef struct Excerpt {
    char *path;     /* in the tree */
    char *tree;     /* "CPython 3.7.0b3+ 3e0d23cd43" */
    int first_line; /* of `text` */
    char *text;     /* lines, each ended by \n */
    gboolean stale; /* the file is no longer the one that was indexed */
} Excerpt;

typedef struct Block {
    BlockKind kind;
    char *text;        /* heading, paragraph; the title of the others, or NULL */
    Table *table;      /* BLOCK_TABLE */
    char *group_by;    /* BLOCK_TABLE: a column whose value is printed once above its rows; or NULL */
    gboolean as_asked; /* BLOCK_TABLE: a reader gets every column as it is */
    Excerpt *excerpt;  /* BLOCK_SOURCE */
    Graph *graph;      /* BLOCK_GRAPH */
} Block;

/* An answer's exit status is its worst news: 0 found, 1 nothing found, 2 wrong usage, 3 could not be done. */
typedef enum { ANSWER_FOUND = 0, ANSWER_NOTHING = 1, ANSWER_USAGE = 2, ANSWER_FAILED = 3 } AnswerStatus;

typedef struct Answer {
    char *command;       /* that gave it: "callers"; NULL before it is known */
    char *tree;          /* that it is of: "CPython 3.7.0b3+ 3e0d23cd43"; NULL where there is none */
    GPtrArray *blocks;   /* of Block */
    GPtrArray *warnings; /* of char *: for stderr; one line each */
    GPtrArray
        *drawn; /* of char *: files that a picture names which is not among the blocks, but was written out */
    GPtrArray *stale; /* of char *: files that it names and that are no longer those that were indexed */
    AnswerStatus status;
    gboolean is_ambiguous; /* a name meant several things: the answer is the list of them */
} Answer;

Answer *answer_new(void);
void answer_free(Answer *answer);
void answer_warn(Answer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Each adds a block; table, excerpt and graph become the answer's own. */
void answer_add_heading(Answer *answer, const char *text);
void answer_add_paragraph(Answer *answer, const char *text);
void answer_add_table(Answer *answer, const char *title, Table *table, const char *group_by);
/* A table whose columns somebody chose (sql): every one is shown, even without a value. */
void answer_add_rows(Answer *answer, Table *table);
void answer_add_source(Answer *answer, const char *title, Excerpt *excerpt);
void answer_add_graph(Answer *answer, const char *title, Graph *graph);

/* Whether a reader is shown that column of a table: not one without any value, nor the column of a place, which is for
 * editors. Programs get all. */
gboolean block_shows(const Block *block, guint column);

Excerpt *excerpt_new(const char *path, const char *tree, int first_line, char *text,
                     gboolean stale); /* takes text */
void excerpt_free(Excerpt *excerpt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Answer, answer_free)

#endif
