/* mutate SEED FILE…: damages each file in one of a dozen ways, the same for the same seed. For tests/fuzz/run. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What has broken readers of C before. */
static const char *const pieces[] = {
    "{", "}", "(", ")", ";", "/*", "*/", "//", "\"", "'", "\\\n", "#if 1\n", "#endif\n", "#else\n", "\n#define X X\n",
    "\n#include __FILE__\n", "\n#include \"Python.h\"\n", "\n#undef NULL\n", "\n#define int struct\n", "##", "#", "typedef ",
    "static ", "struct s { struct s s; } ", "sizeof", "(((((((((((((((((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "enum { A, A };", "_Generic(1, int: f)", "__attribute__((x))", "\xff\xfe", "\xc3\x28", "@", "0x", "1e", ".x = {", "[9] = ",
    "int f(int f(int f(int f())));", "return return", "goto *x;", "asm(\"\");", "va_arg(", "\r", "\f", "\t\t\t\t\t\t\t\t",
};

static gsize place_in(GRand *random, const GString *text)
{
    return text->len == 0 ? 0 : (gsize)g_rand_int_range(random, 0, text->len);
}

static gsize length_at(GRand *random, const GString *text, gsize place, int most)
{
    gsize length = (gsize)g_rand_int_range(random, 1, most);
    return MIN(length, text->len - place);
}

static void mutate_once(GRand *random, GString *text)
{
    if (text->len < 2)
        g_string_append(text, "int x;\n");
    gsize place = place_in(random, text);
    gsize length = length_at(random, text, place, 400);
    switch (g_rand_int_range(random, 0, 8)) {
    case 0:
        g_string_erase(text, (gssize)place, (gssize)length);
        break;
    case 1: {
        g_autofree char *copy = g_strndup(text->str + place, length);
        g_string_insert_len(text, place_in(random, text), copy, length);
        break;
    }
    case 2:
        g_string_truncate(text, place);
        break;
    case 3:
        for (gsize i = 0; i < MIN(length, 8); i++)
            text->str[place + i] = (char)g_rand_int_range(random, 0, 256);
        break;
    case 4:
        g_string_insert_len(text, place, "\0", 1);
        break;
    default:
        g_string_insert(text, place, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        break;
    }
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: mutate SEED FILE…\n");
        return 2;
    }
    GRand *random = g_rand_new_with_seed(strtoul(argv[1], NULL, 10));
    for (int i = 2; i < argc; i++) {
        char *contents;
        gsize size;
        if (!g_file_get_contents(argv[i], &contents, &size, NULL))
            continue;
        GString *text = g_string_new_len(contents, size);
        int times = g_rand_int_range(random, 1, 6);
        for (int j = 0; j < times; j++)
            mutate_once(random, text);
        g_file_set_contents(argv[i], text->str, text->len, NULL);
        g_string_free(text, TRUE);
        g_free(contents);
    }
    g_rand_free(random);
    return 0;
}
