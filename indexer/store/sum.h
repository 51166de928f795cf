/* sum.h: sums by which bytes and rows are known again. Nobody is to be deceived with them, so they are quick. */
#ifndef CPYREAD_SUM_H
#define CPYREAD_SUM_H

#include <glib.h>
#include <string.h>

/* A step of a sum; it spreads (the multiplier is that of MurmurHash64A). */
static inline guint64 sum_number(guint64 sum, guint64 number)
{
    sum = (sum ^ number) * G_GUINT64_CONSTANT(0xc6a4a7935bd1e995);
    return sum ^ sum >> 47;
}

static inline guint64 sum_bytes(guint64 sum, gconstpointer bytes, gsize length)
{
    const char *p = bytes;
    for (gsize size; length > 0; length -= size, p += size) {
        guint64 piece = 0;
        size = MIN(length, sizeof piece);
        memcpy(&piece, p, size);
        sum = sum_number(sum, piece);
    }
    return sum;
}

#endif
