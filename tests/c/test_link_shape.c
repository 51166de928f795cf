/* Which functions a call can reach, told by the shapes of their types: see link/shape.h. */
#include "link/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_numbers(void **state)
{
    (void)state;
    g_autoptr(Shapes) shapes = shapes_new();
    guint one = shapes_number(shapes, "p(p)"), two = shapes_number(shapes, "p(p,p)");
    assert_int_equal(shapes_number(shapes, NULL), 0);
    assert_int_not_equal(one, 0);
    assert_int_not_equal(one, two);
    assert_int_equal(shapes_number(shapes, "p(p)"), one);
}

static void test_fit(void **state)
{
    (void)state;
    static const struct {
        const char *call, *own, *cast, *to;
        gboolean fits;
    } CASES[] = {
        {"p(p)", "p(p)", NULL, NULL, TRUE},
        {"p(p)", "p(p)", "v()", "v()", TRUE}, /* what it was cast to on the way is no matter */
        {"p(p)", "i32(p)", NULL, NULL, FALSE},
        {"p(p)", "p(i64)", NULL, NULL, FALSE},
        {"p(p,p)", "p(p)", "p(p,p)", NULL, TRUE}, /* (PyCFunction)list_copy: takes less */
        {"p(p,p)", "p(p)", NULL, "p(p,p)", TRUE},
        {"p(p,p)", "p(p)", NULL, NULL, FALSE}, /* … but nobody said so */
        {"p(p,p)", "p(p)", "p(p,p,p)", "p(p,p,p)", FALSE},
        {"p(p,p)", "p(p,p,p)", "p(p,p)", "p(p,p)", FALSE},  /* would read what was not given */
        {"p(p,p,p)", "p(p,p,p)", "p(p,p)", "p(p,p)", TRUE}, /* cast back before the call */
        {"p()", "p(p)", "p()", "p()", FALSE},
        {"p()", "p()", NULL, NULL, TRUE},
        {"v(p)", "i32()", "v(p)", NULL, TRUE},
        {"p(p,p)", "p(p,...)", "p(p,p)", NULL, TRUE}, /* takes whatever comes */
        {"p(p,p)", "p(?)", "p(p,p)", NULL, TRUE},     /* no prototype */
        {"p(p,p)", "p(p,...)", NULL, NULL, FALSE},
        {"p(?)", "p(p,p)", NULL, NULL, TRUE}, /* a call without a prototype */
        {NULL, "p(p)", NULL, NULL, TRUE},     /* nothing is known of the call, … */
        {"p(p)", NULL, NULL, NULL, TRUE},     /* … of the function */
    };
    g_autoptr(Shapes) shapes = shapes_new();
    for (guint i = 0; i < G_N_ELEMENTS(CASES); i++) {
        gboolean fits =
            shapes_fit(shapes, shapes_number(shapes, CASES[i].call), shapes_number(shapes, CASES[i].own),
                       shapes_number(shapes, CASES[i].cast), shapes_number(shapes, CASES[i].to));
        if (fits != CASES[i].fits)
            fail_msg("case %u: a call of %s, a function %s", i, CASES[i].call, CASES[i].own);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers), cmocka_unit_test(test_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
