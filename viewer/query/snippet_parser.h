/* snippet_parser.h: what the files of snippet.h share. */
#ifndef CPYREAD_SNIPPET_PARSER_H
#define CPYREAD_SNIPPET_PARSER_H

#include "query/snippet.h"

typedef struct Parser {
    const char *at;
    const char *wanted, *failed_at; /* of the first mistake; NULL: none */
    guint depth;
    gboolean is_inside; /* in a body: an expression is a statement there */
} Parser;

Snippet *snippet_new(const char *node, const char *form, const char *operator);
Snippet *snippet_add(Snippet *parent, const char *label, Snippet *child); /* takes the child; NULL adds nothing */
void snippet_set_context(Snippet *snippet, const char *context);

void parser_skip(Parser *parser);
gboolean parser_sees(Parser *parser, const char *sign);  /* a word or a sign */
gboolean parser_takes(Parser *parser, const char *sign); /* and goes on behind it */
gboolean parser_needs(Parser *parser, const char *sign); /* else that is a mistake */
Snippet *parser_fail(Parser *parser, const char *wanted);
char *parser_name(Parser *parser); /* NULL: none, which is a mistake. The caller frees it */

Snippet *parse_atom(Parser *parser);
Snippet *parse_expression(Parser *parser);
Snippet *parse_disjunction(Parser *parser); /* without a ? : */
Snippet *parse_targets(Parser *parser);     /* x, y; without `in` */
gboolean parse_element(Parser *parser, Snippet *whole); /* adds one to a list, tuple or set; whether it has a star */
void snippet_add_plain(Snippet *whole, Snippet *element); /* one without a star */
Snippet *parse_tuple(Parser *parser, Snippet *first);   /* first: NULL, or what stands before the comma */
Snippet *parse_walrus(Parser *parser, Snippet *target);
Snippet *parse_statement(Parser *parser);

#endif
