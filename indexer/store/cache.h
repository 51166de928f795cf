/* cache.h: what the parses of an index found, kept beside it (3.7.db-facts) so that the next run reads again only what
 * changed.
 *
 * It speaks of one state of one index and is of no use without it: missing, damaged, or made with another index, program
 * or compiler, it counts as empty, and all is read anew. Nothing is lost by removing it. */
#ifndef CPYREAD_CACHE_H
#define CPYREAD_CACHE_H

#include "store/present.h"
#include "store/tables.h"

typedef struct Cache Cache;

/* `maker` stands for all that decides what facts look like: program, compiler, schema. */
Cache *cache_new(const char *maker);

/* The cache in the file `path` that belongs to the index `database`. NULL with `why` (a static text) if there is none
 * that is of use. */
Cache *cache_open(const char *path, const char *database, const char *maker, const char **why);
void cache_free(Cache *cache);

/* Whether most of what it holds is of no use any more, so that it is better made anew. */
gboolean cache_is_worn(const Cache *cache);

/* Writes it to `path`, as belonging to the index which is in the file `database` now. */
gboolean cache_write(Cache *cache, const char *path, const char *database, GError **error);

/* The texts that all facts in it share. */
Texts *cache_texts(Cache *cache);

/* The sums of the rows that are in the index: see writer.h. */
TableSums *cache_sums(Cache *cache);
void cache_set_sums(Cache *cache, TableSums *sums);

/* Whether all units could be read, and none changed meanwhile: else the next run has to look again. */
void cache_set_complete(Cache *cache, gboolean is_complete);

/* To be called before cache_knows() and cache_holds(): how files are now. */
void cache_compare(Cache *cache, Present *present);

/* Whether there are facts under `key` that still hold; they themselves; puts some there. */
gboolean cache_knows(Cache *cache, Present *present, const char *key);
Facts *cache_recall(Cache *cache, const char *key);
void cache_put(Cache *cache, const char *key, const Facts *facts);

/* Whether all that was read for the index would be read again as it was, and all could be read. */
gboolean cache_holds(Cache *cache, Present *present);

/* Forgets what was neither recalled nor put since the last time; the rest is of files as they are now. */
void cache_sweep(Cache *cache, Present *present);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cache, cache_free)

#endif
