/* indexer.h: where the other program is, and how a command is handed over to it. */
#ifndef CPYREAD_INDEXER_H
#define CPYREAD_INDEXER_H

#include "page/block.h"

/* What to do where there is none. */
#define INDEXER_MENDING "apt-get install libclang-dev llvm, then make"

/* The path of cpyread-index: beside this program, else on PATH; NULL if there is none. The caller frees it. */
char *indexer_find(void);

/* Becomes the indexer, with these words (NULL last) behind its name, as git does with its subcommands. Comes back only
 * with the answer that says why it could not. */
Answer *indexer_become(const char *const *words);

#endif
