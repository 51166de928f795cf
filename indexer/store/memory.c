/* memory.c: memory for SQLite in a program that answers one question and ends: database_read_once() of database.h.
 *
 * Preparing statements takes thousands of small pieces and gives them back. Here a piece that comes back waits for the next
 * one of its size, and new ones are cut off a region that the system is asked to back with one large page: a third of a
 * short answer's time went into page faults and into the search for neighbours to join. What is big, or no longer fits into the
 * region, is malloc's.
 *
 * For one thread. Nothing is given back to the system before the program ends. */
#include "store/database.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
    REGION = 2 << 20, /* bytes: a large page of x86-64 */
    FINE = 16,        /* sizes are rounded up to steps of this many, */
    SMALL = 1024,     /* above this many */
    COARSE = 512,     /* to steps of this */
    BIG = 64 << 10,   /* larger ones are malloc's */
    CLASSES = SMALL / FINE + BIG / COARSE
};

/* Stands before each piece. */
typedef struct Head {
    gsize size; /* rounded */
} Head;

typedef struct Piece {
    struct Piece *next;
} Piece;

static char *rest, *end;      /* of the region */
static Piece *known[CLASSES]; /* that came back, by their size */

static int rounded(int size)
{
    int step = size <= SMALL ? FINE : COARSE;
    return MAX(size + step - 1, step) / step * step;
}

/* The list of pieces of a rounded size. */
static Piece **list_of(gsize size)
{
    return &known[size <= SMALL ? size / FINE - 1 : SMALL / FINE - 1 + (size - SMALL) / COARSE];
}

static void *cut(gsize size)
{
    gsize whole = sizeof(Head) + size;
    gboolean fits = size <= BIG && whole <= (gsize)(end - rest);
    Head *head = fits ? (Head *)rest : malloc(whole);
    if (head == NULL)
        return NULL;
    if (fits)
        rest += whole;
    head->size = size;
    return head + 1;
}

static void *take(int size)
{
    gsize room = (gsize)rounded(size);
    Piece **list = room <= BIG ? list_of(room) : NULL;
    if (list == NULL || *list == NULL)
        return cut(room);
    Piece *piece = *list;
    *list = piece->next;
    return piece;
}

static int size_of(void *bytes)
{
    return bytes != NULL ? (int)((Head *)bytes)[-1].size : 0;
}

static void give_back(void *bytes)
{
    gsize size = (gsize)size_of(bytes);
    if (size > BIG) {
        free((Head *)bytes - 1);
        return;
    }
    Piece **list = list_of(size), *piece = bytes;
    piece->next = *list;
    *list = piece;
}

static void *resize(void *bytes, int size)
{
    int old = size_of(bytes);
    if (size <= old)
        return bytes;
    void *wider = take(size);
    if (wider == NULL)
        return NULL;
    memcpy(wider, bytes, (gsize)old);
    give_back(bytes);
    return wider;
}

/* A large page begins where its size says. */
static int begin(void *data)
{
    (void)data;
    char *bytes = mmap(NULL, 2 * REGION, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (bytes == MAP_FAILED)
        return SQLITE_OK; /* all is malloc's then */
    rest = bytes + (REGION - (guintptr)bytes % REGION) % REGION;
    end = rest + REGION;
    madvise(rest, REGION, MADV_HUGEPAGE);
    return SQLITE_OK;
}

static void finish(void *data)
{
    (void)data;
}

void database_read_once(void)
{
    static const sqlite3_mem_methods methods = {take, give_back, resize, size_of, rounded, begin, finish, NULL};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0); /* by itself each sorter takes twenty pages at once */
}
