/* path_rank.h: the chains of path_search.h, as someone who reads the source would choose among them. */
#ifndef CPYREAD_PATH_RANK_H
#define CPYREAD_PATH_RANK_H

#include "query/path_search.h"

/* As path_search(), best first; with question->by_length it is the same. */
PathLeg *path_rank(Index *index, const PathQuestion *question, gint64 from, gint64 to, GError **error);

#endif
