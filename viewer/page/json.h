/* json.h: an answer as one JSON object; for programs, so nothing is cut.
 *
 *     {"command": "callers", "tree": "CPython 3.7.0b3+ 3e0d23cd43", "status": 0, "warnings": […], "blocks": [
 *       {"kind": "heading", "text": …}, {"kind": "paragraph", "text": …},
 *       {"kind": "table", "title": …, "columns": ["caller", …], "rows": [{"caller": "dict_copy", "line":
 * 1234}, …]},
 *       {"kind": "source", "title": …, "file": …, "tree": …, "first_line": 1234, "stale": false, "lines":
 * ["…", …]},
 *       {"kind": "graph", "title": …, "nodes": […], "edges": […], "hidden": ["…"], "cut": ["…"]}]}
 *
 * What could not be done is {"command": "callers", "status": 3, "error": "…"}; "command" is null where none was
 * named.
 *
 * Of columns with one name the later ones are called name:2, name:3. A cell that is SQL's NULL is null; a number has no quotes; bytes that are not UTF-8 become U+FFFD. An
 * edge's `from` and `to` are places in `nodes`, from 0. */
#ifndef CPYREAD_JSON_H
#define CPYREAD_JSON_H

#include "page/block.h"

/* The caller frees it. */
char *json_render(const Answer *answer);

/* What is printed where there is no answer. The caller frees it. */
char *json_error(const char *command, AnswerStatus status, const char *message);

#endif
