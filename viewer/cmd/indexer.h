/* indexer.h: where the other program is. */
#ifndef CPYREAD_INDEXER_H
#define CPYREAD_INDEXER_H

/* What to do where there is none. */
#define INDEXER_MENDING "apt-get install libclang-dev llvm, then make"

/* The path of cpyread-index: beside this program, else on PATH; NULL if there is none. The caller frees it. */
char *indexer_find(void);

#endif
