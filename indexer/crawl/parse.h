/* parse.h: one run of the compiler, with or without a precompiled header. */
#ifndef CPYREAD_PARSE_H
#define CPYREAD_PARSE_H

#include "crawl/group.h"
#include "store/facts.h"
#include "store/plan.h"

/* The compiler with what all parses of a plan share. One a process. */
typedef struct Parser Parser;

Parser *parser_new(const Plan *plan);
void parser_free(Parser *parser);

/* The facts of a unit; `pch` is a precompiled header made by parser_precompile() with the same arguments, or
 * NULL. NULL with `error` if the compiler gave nothing at all; errors in the source are facts (diagnostics).
 */
Facts *parser_read_unit(Parser *parser, const Unit *unit, const char *pch, GError **error);

/* Compiles the prologue of a group into the file `pch`, and gives the facts of the headers in it, or with `facts_too`
 * FALSE no more than their sources: units that use the file do not see them. No file is made where the group's header
 * means something else at each inclusion (it has no guard). */
Facts *parser_precompile(Parser *parser, const Group *group, const char *pch, gboolean facts_too,
                         GError **error);

/* The libclang this program runs with, "14.0.6". The caller frees. */
char *parser_version(void);

#endif
