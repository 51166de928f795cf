/* A second program, with a main of its own: prints a file's bytes as C. */

#include "Python.h"

static int
usage(const char *name)
{
    fprintf(stderr, "usage: %s FILE\n", name);   /* call: fprintf direct */
    return 2;
}

int
main(int argc, char *argv[])
{
    FILE *in;
    int c;
    if (argc != 2 || (in = fopen(argv[1], "rb")) == NULL)   /* call: fopen direct */
        return usage(argv[0]);   /* call: usage direct */
    while ((c = getc(in)) != EOF)
        printf("%d,", c);
    return 0;
}
