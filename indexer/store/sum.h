/* sum.h: sums by which bytes and rows are known again. Nobody is to be deceived with them, so they are quick. */
#ifndef CPYREAD_SUM_H
#define CPYREAD_SUM_H

#include <glib.h>
#include <string.h>

/* The sum of pieces one after the other is that of the whole, if all but the last have a multiple of this many bytes. */
enum { SUM_BLOCK = 16384 };

/* A step of a sum; it spreads (the multiplier is that of MurmurHash64A). */
static inline guint64 sum_number(guint64 sum, guint64 number)
{
    sum = (sum ^ number) * G_GUINT64_CONSTANT(0xc6a4a7935bd1e995);
    return sum ^ sum >> 47;
}

static inline guint64 sum_eight(guint64 sum, const char *bytes)
{
    guint64 number;
    memcpy(&number, bytes, sizeof number);
    return sum_number(sum, number);
}

/* Of a long text four sums are made side by side: no multiplication then waits for the one before it. */
static inline guint64 sum_block(guint64 sum, const char *p, gsize length)
{
    if (length >= 32) {
        guint64 a = sum, b = sum + 1, c = sum + 2, d = sum + 3;
        for (; length >= 32; length -= 32, p += 32) {
            a = sum_eight(a, p);
            b = sum_eight(b, p + 8);
            c = sum_eight(c, p + 16);
            d = sum_eight(d, p + 24);
        }
        sum = sum_number(sum_number(sum_number(a, b), c), d);
    }
    for (; length >= 8; length -= 8, p += 8)
        sum = sum_eight(sum, p);
    guint64 rest = 0;
    memcpy(&rest, p, length);
    return length > 0 ? sum_number(sum, rest) : sum;
}

static inline guint64 sum_bytes(guint64 sum, gconstpointer bytes, gsize length)
{
    const char *p = bytes;
    for (gsize size; length > 0; length -= size, p += size) {
        size = MIN(length, SUM_BLOCK);
        sum = sum_block(sum, p, size);
    }
    return sum;
}

#endif
