/* headers.c: the third-party headers that CPython's sources include, and the Debian packages that have them.
 *
 * From the #include lines of Modules/, 3.6 to 3.14; names of packages as in Debian 11 to 13 and Ubuntu.
 */
#include "tree/headers.h"

#include <glib.h>

static const struct {
    const char *pattern; /* of a header's name, with * and ? */
    const char *package;
} packages[] = {
    {"openssl/*", "libssl-dev"},
    {"ffi.h", "libffi-dev"},
    {"ffitarget.h", "libffi-dev"},
    {"zlib.h", "zlib1g-dev"},
    {"zstd.h", "libzstd-dev"},
    {"zstd_errors.h", "libzstd-dev"},
    {"zdict.h", "libzstd-dev"},
    {"bzlib.h", "libbz2-dev"},
    {"lzma.h", "liblzma-dev"},
    {"sqlite3.h", "libsqlite3-dev"},
    {"readline/*", "libreadline-dev"},
    {"editline/*", "libedit-dev"},
    {"curses.h", "libncurses-dev"},
    {"ncurses.h", "libncurses-dev"},
    {"ncursesw/*", "libncurses-dev"},
    {"ncurses/*", "libncurses-dev"},
    {"panel.h", "libncurses-dev"},
    {"term.h", "libncurses-dev"},
    {"tcl.h", "tk-dev"},
    {"tk.h", "tk-dev"},
    {"tix.h", "tix-dev"},
    {"blt.h", "blt-dev"},
    {"X11/*", "libx11-dev"},
    {"uuid/uuid.h", "uuid-dev"},
    {"uuid.h", "uuid-dev"},
    {"gdbm.h", "libgdbm-dev"},
    {"ndbm.h", "libgdbm-compat-dev"},
    {"gdbm-ndbm.h", "libgdbm-compat-dev"},
    {"gdbm/ndbm.h", "libgdbm-compat-dev"},
    {"db.h", "libdb-dev"},
    {"rpc/*", "libtirpc-dev"},
    {"rpcsvc/*", "libnsl-dev"},
    {"bluetooth/*", "libbluetooth-dev"},
    {"bluetooth.h", "libbluetooth-dev"},
    {"blake2.h", "libb2-dev"},
    {"expat.h", "libexpat1-dev"},
    {"mpdecimal.h", "libmpdec-dev"},
    {"valgrind/*", "valgrind"},
    {"sys/sdt.h", "systemtap-sdt-dev"},
};

const char *tree_package_of_header(const char *header)
{
    for (gsize i = 0; i < G_N_ELEMENTS(packages); i++)
        if (g_pattern_match_simple(packages[i].pattern, header))
            return packages[i].package;
    return NULL;
}
