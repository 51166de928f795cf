/* claim.c: see claim.h.
 *
 * The lock is on the file `writer` in the folder, which holds the number of the process. Whoever gets the
 * lock looks whether the file is still the one in the folder: its owner may just have removed it. The workers
 * hold the lock along with their parent, so that a folder is not cleaned while an orphan still writes into
 * it. */
#include "store/claim.h"

#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char WRITER[] = "writer";
enum { TRIES = 250, PAUSE = 20000, PIECE = 1 << 20 }; /* for five seconds */

struct Claim {
    char *folder;
    int lock;
};

const char *claim_folder(const Claim *claim)
{
    return claim->folder;
}

char *claim_path(const Claim *claim, const char *name)
{
    return g_build_filename(claim->folder, name, NULL);
}

/* Removes the files in the folder but for the lock. */
static void empty(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (strcmp(name, WRITER) != 0)
            g_unlink(path);
    }
}

static void fail(GError **error, const char *path, int number)
{
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_WRITE, "%s: %s", path, g_strerror(number));
}

static void fail_to_begin(GError **error, const char *path, int number)
{
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_WRITE,
                "%s: %s; the index is made there: name another place with --db FILE", path,
                g_strerror(number));
}

/* Nothing is said of a writer that was killed: its workers are about to follow. */
static void fail_locked(GError **error, const char *path, int lock)
{
    char text[32] = "";
    gssize length = pread(lock, text, sizeof text - 1, 0);
    int process = length > 0 ? atoi(text) : 0;
    if (process > 0 && kill(process, 0) != 0 && errno == ESRCH)
        return;
    g_autofree char *who = process > 0 ? g_strdup_printf(" (process %d)", process) : g_strdup("");
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_WRITE,
                "%s: another cpyread index is making it%s; wait until it is done, or stop it", path, who);
}

/* Opens and locks the file of the claim: -1 with `error` if that cannot be, or -1 without if its owner is
 * just going and one has to try again. */
static int try_lock(const char *path, const char *file, GError **error)
{
    int lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock < 0) {
        if (errno != ENOENT)
            fail_to_begin(error, file, errno);
        return -1;
    }
    struct stat ours, there;
    gboolean locked = flock(lock, LOCK_EX | LOCK_NB) == 0;
    if (!locked)
        fail_locked(error, path, lock);
    if (!locked || fstat(lock, &ours) != 0 || stat(file, &there) != 0 || ours.st_ino != there.st_ino) {
        close(lock);
        return -1;
    }
    return lock;
}

Claim *claim_take(const char *path, GError **error)
{
    g_autofree char *folder = g_strconcat(path, ".new", NULL);
    g_autofree char *file = g_build_filename(folder, WRITER, NULL);
    GError *problem = NULL;
    int lock = -1;
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_WRITE,
                    "%s: a folder is there; name a file with --db FILE", path);
        return NULL;
    }
    for (int tries = 0; lock < 0; tries++) {
        if (tries > 0)
            g_usleep(PAUSE);
        if (g_mkdir(folder, 0777) != 0 && errno != EEXIST) {
            fail_to_begin(error, folder, errno);
            return NULL;
        }
        lock = try_lock(path, file, &problem);
        if (lock < 0 && problem == NULL && tries == TRIES)
            fail_to_begin(&problem, file, EWOULDBLOCK);
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        }
    }
    g_autofree char *number = g_strdup_printf("%d\n", (int)getpid());
    if (ftruncate(lock, 0) != 0 || pwrite(lock, number, strlen(number), 0) < 0) {
        fail_to_begin(error, file, errno);
        close(lock);
        return NULL;
    }
    empty(folder);
    Claim *claim = g_new0(Claim, 1);
    claim->folder = g_steal_pointer(&folder);
    claim->lock = lock;
    return claim;
}

void claim_release(Claim *claim)
{
    g_autofree char *writer = claim_path(claim, WRITER);
    empty(claim->folder);
    g_unlink(writer);
    g_rmdir(claim->folder);
    close(claim->lock);
    g_free(claim->folder);
    g_free(claim);
}

/* By the kernel, or where it cannot, by hand. */
static gboolean copy_bytes(int from, int to)
{
    gssize copied;
    while ((copied = copy_file_range(from, NULL, to, NULL, 1 << 30, 0)) > 0)
        ;
    if (copied == 0 || (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP))
        return copied == 0;
    g_autofree char *buffer = g_malloc(PIECE);
    while ((copied = read(from, buffer, PIECE)) > 0)
        if (write(to, buffer, copied) != copied)
            return FALSE;
    return copied == 0;
}

gboolean claim_copy(Claim *claim, const char *from, const char *name, GError **error)
{
    g_autofree char *path = claim_path(claim, name);
    int source = open(from, O_RDONLY | O_CLOEXEC),
        copy = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    gboolean ok = source >= 0 && copy >= 0 && copy_bytes(source, copy);
    if (!ok)
        fail(error, path, errno);
    if (source >= 0)
        close(source);
    if (copy >= 0)
        close(copy);
    return ok;
}

gboolean claim_deliver(Claim *claim, const char *name, const char *to, GError **error)
{
    g_autofree char *from = claim_path(claim, name);
    if (g_rename(from, to) == 0)
        return TRUE;
    fail(error, to, errno);
    return FALSE;
}
