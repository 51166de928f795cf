/* claim.h: who may write an index: one process at a time.
 *
 * All that is written while an index is made lies in the folder INDEX.new, locked by its writer, and is moved
 * to its place when it is whole. What a killed run left there, the next one removes. */
#ifndef CPYREAD_CLAIM_H
#define CPYREAD_CLAIM_H

#include <glib.h>

typedef struct Claim Claim;

/* Claims the index at `path`. NULL with `error` (DATABASE_ERROR_WRITE) if another process has it, which is
 * named, or if nothing can be written there. */
Claim *claim_take(const char *path, GError **error);

/* Gives it back and removes what is left in the folder. */
void claim_release(Claim *claim);

const char *claim_folder(const Claim *claim);

/* The path of a file in the folder. The caller frees. */
char *claim_path(const Claim *claim, const char *name);

/* Copies the file `from` into the folder, as `name`. */
gboolean claim_copy(Claim *claim, const char *from, const char *name, GError **error);

/* Moves a file of the folder to `to`, in place of what is there. */
gboolean claim_deliver(Claim *claim, const char *name, const char *to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Claim, claim_release)

#endif
