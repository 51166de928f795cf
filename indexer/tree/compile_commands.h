/* compile_commands.h: compilation databases, as https://clang.llvm.org/docs/JSONCompilationDatabase.html has them.
 *
 * The one that the tree or a build folder in it may have is read; the kit's own is written for clangd. */
#ifndef CPYREAD_TREE_COMPILE_COMMANDS_H
#define CPYREAD_TREE_COMPILE_COMMANDS_H

#include "store/plan.h"

/* Gives the units of `plan` the arguments that the tree's database has for them, if there is one; which units there
 * are remains as planned. What was done and what is wrong with the database goes to the plan's notes. */
void compile_commands_use(Plan *plan);

/* Writes the units of `plan` to `file`, and the made-up files to the folder "FILE-WITHOUT-.json.made-up" beside it.
 * FALSE with `error` (TREE_ERROR_USAGE if `file` lies in the checkout, which is never written to; else GFileError). */
gboolean compile_commands_write(const Plan *plan, const char *file, GError **error);

#endif
