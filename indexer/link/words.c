/* words.c: the words of symbols, for `find` (symbol_words in schema.sql). */
#include "link/linkers.h"

gboolean link_words(Linking *linking, GError **error)
{
    g_autoptr(Statement) fill = database_prepare_file(linking->database, "indexer/link/words.sql", error);
    return fill != NULL && statement_write(fill, error);
}
