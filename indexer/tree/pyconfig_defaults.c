/* pyconfig_defaults.c: the one table of what configure decides otherwise than by looking for a declaration.
 *
 * Mirrors configure.ac, 3.6 to 3.14, as it comes out on x86-64 Linux with glibc and its default options.
 * Names that are neither here nor told by their comment stay undefined, which is right for nearly all of them
 * (HAVE_BROKEN_POLL …). A new release brings about five names that belong here.
 */
#include "tree/pyconfig.h"

#include <glib.h>

static const Default defaults[] = {
    /* What a default build has: the --with and --enable options */
    {"ENABLE_IPV6", "1"},
    {"PY_COERCE_C_LOCALE", "1"},
    {"PY_WARN_ON_C_LOCALE", "1"},
    {"PY_SSL_DEFAULT_CIPHERS", "1"},
    {"PY_SUPPORT_TIER", "1"},
    {"PY_HAVE_PERF_TRAMPOLINE", "1"},
    {"USE_REMOTE_DEBUG", "1"},
    {"Py_REMOTE_DEBUG", "1"},
    {"WITH_DECIMAL_CONTEXTVAR", "1"},
    {"WITH_DOC_STRINGS", "1"},
    {"WITH_FREELISTS", "1"},
    {"WITH_MIMALLOC", "1"},
    {"WITH_PYMALLOC", "1"},
    {"WITH_THREAD", "1"},
    {"HAVE_DYNAMIC_LOADING", "1"},
    {"_PYTHONFRAMEWORK", "\"\""},
    {"WITH_*", NULL},

    /* Which features of the C library are asked for */
    {"_ALL_SOURCE", "1"},
    {"_DARWIN_C_SOURCE", "1"},
    {"_GNU_SOURCE", "1"},
    {"_HPUX_ALT_XOPEN_SOCKET_API", "1"},
    {"_NETBSD_SOURCE", "1"},
    {"_OPENBSD_SOURCE", "1"},
    {"_POSIX_PTHREAD_SEMANTICS", "1"},
    {"_TANDEM_SOURCE", "1"},
    {"__BSD_VISIBLE", "1"},
    {"__EXTENSIONS__", "1"},
    {"__STDC_WANT_*", "1"},
    {"_FILE_OFFSET_BITS", "64"},
    {"_LARGEFILE_SOURCE", "1"},
    {"_POSIX_C_SOURCE", "200809L"},
    {"_PYTHON_USE_GLIBC_*", NULL},
    {"_REENTRANT", "1"},
    {"_XOPEN_SOURCE", "700"},
    {"_XOPEN_SOURCE_EXTENDED", "1"},

    /* The compiler and the machine */
    {"DOUBLE_IS_LITTLE_ENDIAN_IEEE754", "1"},
    {"HAVE_BUILTIN_ATOMIC", "1"},
    {"HAVE_COMPUTED_GOTOS", "1"},
    {"HAVE_GCC_ASM_FOR_X64", "1"},
    {"HAVE_GCC_ASM_FOR_X87", "1"},
    {"HAVE_GCC_UINT128_T", "1"},
    {"HAVE_LONG_DOUBLE", "1"},
    {"HAVE_LONG_LONG", "1"},
    {"HAVE_PROTOTYPES", "1"},
    {"HAVE_SSIZE_T", "1"},
    {"HAVE_STDARG_PROTOTYPES", "1"},
    {"HAVE_STD_ATOMIC", "1"},
    {"HAVE_WCHAR_H", "1"},
    {"PY_FORMAT_SIZE_T", "\"z\""},
    {"RETSIGTYPE", "void"},
    {"STDC_HEADERS", "1"},
    {"VA_LIST_IS_ARRAY", "1"},

    /* glibc and Linux: what configure finds out by running or linking a program */
    {"HAVE_ADDRINFO", "1"},
    {"HAVE_CHFLAGS", NULL},
    {"HAVE_DECL_TZNAME", NULL},
    {"HAVE_DEVICE_MACROS", "1"},
    {"HAVE_DEV_PTMX", "1"},
    {"HAVE_DIRENT_D_TYPE", "1"},
    {"HAVE_EPOLL", "1"},
    {"HAVE_GETC_UNLOCKED", "1"},
    {"HAVE_GETHOSTBYNAME_R", "1"},
    {"HAVE_GETHOSTBYNAME_R_6_ARG", "1"},
    {"HAVE_GETRANDOM", "1"},
    {"HAVE_GETRANDOM_SYSCALL", "1"},
    {"HAVE_HTOLE64", "1"},
    {"HAVE_LARGEFILE_SUPPORT", NULL},
    {"HAVE_LCHMOD", NULL},
    {"HAVE_LINUX_CAN_RAW_FD_FRAMES", "1"},
    {"HAVE_LINUX_CAN_RAW_JOIN_FILTERS", "1"},
    {"HAVE_MAKEDEV", "1"},
    {"HAVE_NDIR_H", NULL}, /* not looked for where there is <dirent.h>, and so the next two */
    {"HAVE_SOCKADDR_ALG", "1"},
    {"HAVE_SOCKADDR_STORAGE", "1"},
    {"HAVE_STAT_TV_NSEC", "1"},
    {"HAVE_SYS_DIR_H", NULL},
    {"HAVE_SYS_NDIR_H", NULL},
    {"HAVE_TM_ZONE", "1"},
    {"HAVE_UT_NAMESIZE", "1"},
    {"HAVE_WORKING_TZSET", "1"},
    {"MAJOR_IN_SYSMACROS", "1"},
    {"PTHREAD_KEY_T_IS_COMPATIBLE_WITH_INT", "1"},
    {"PTHREAD_SYSTEM_SCHED_SUPPORTED", "1"},
    {"SYS_SELECT_WITH_SYS_TIME", "1"},
    {"TANH_PRESERVES_ZERO_SIGN", "1"},
    {"TIME_WITH_SYS_TIME", "1"},

    /* Third-party libraries: as if they were all installed, whatever is installed here. Only the modules that
     * include their headers look at these names. Their other headers (headers.c has the list) count as
     * missing. */
    {"HAVE_BZLIB_H", "1"},
    {"HAVE_CURSES_*", "1"},
    {"HAVE_FFI_*", "1"},
    {"HAVE_GDBM_DASH_NDBM_H", "1"},
    {"HAVE_GDBM_H", "1"},
    {"HAVE_LIBDL", "1"},
    {"HAVE_LIBGDBM_COMPAT", "1"},
    {"HAVE_LIBINTL_H", "1"},
    {"HAVE_LIBREADLINE", "1"},
    {"HAVE_LIBSQLITE3", "1"},
    {"HAVE_NCURSESW*", "1"},
    {"HAVE_NCURSES_H", "1"},
    {"HAVE_PANELW", "1"},
    {"HAVE_PANEL_H", "1"},
    {"HAVE_READLINE_READLINE_H", "1"},
    {"HAVE_RL_*", "1"},
    {"HAVE_RPC_RPC_H", "1"},
    {"HAVE_TERM_H", "1"},
    {"HAVE_UUID_GENERATE_TIME_SAFE", "1"},
    {"HAVE_UUID_UUID_H", "1"},
    {"HAVE_X509_VERIFY_PARAM_SET1_HOST", "1"},
    {"HAVE_ZLIB_COPY", "1"},
    {"MVWDELCH_IS_EXPRESSION", "1"},
    {"PY_SQLITE_HAVE_SERIALIZE", "1"},
    {"Py_RL_STARTUP_HOOK_TAKES_ARGS", "1"},
    {"WINDOW_HAS_FLAGS", "1"},
    {"HAVE_LIB*", NULL},
    {"HAVE_UUID_*", NULL},
};

/* A star stands for any end. */
static gboolean matches(const char *pattern, const char *name)
{
    gsize length = strcspn(pattern, "*");
    return strncmp(pattern, name, length) == 0 && (pattern[length] == '*' || name[length] == '\0');
}

const Default *pyconfig_default(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(defaults); i++)
        if (matches(defaults[i].name, name))
            return &defaults[i];
    return NULL;
}
