/* What calls reach in graphs of a few places made by hand: see link/places.h, link/closure.h,
 * link/forwarded.h. */
#include "link/closure.h"
#include "link/forwarded.h"
#include "store/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Functions, fields and calls by number; 0 is none. */
enum { CALLER = 1, OTHER_CALLER, LONG_ADD, FLOAT_ADD, VISIT };
enum { NB_ADD = 100, NB_SUBTRACT, TRAVERSE };
enum { FIRST_CALL = 1000, SECOND_CALL };

static guint place(Places *places, guint kind, gint64 id)
{
    return places_number(places, kind, id, 0, NULL);
}

/* A call of what is at a place. */
static guint call(Places *places, gint64 id, gint64 caller, const char *shape)
{
    Site site = {.id = id, .caller = caller, .shape = shapes_number(places->shapes, shape)};
    site.place = place(places, FACT_PLACE_SITE, id);
    g_array_append_val(places->sites, site);
    return site.place;
}

static void store(Places *places, guint to, gint64 function, const char *shape)
{
    guint number = shapes_number(places->shapes, shape);
    Stored stored = {function, number, 0, number};
    places_store(places, to, &stored);
}

/* That a call reaches `function`, which was stored at `where`, and nothing else; with `function` 0 nothing at
 * all. */
static void assert_reaches(const Closure *closure, guint site, guint where, gint64 function)
{
    const GArray *group = g_ptr_array_index(closure->groups, closure->group[site]);
    assert_int_equal(group->len, function != 0);
    if (function == 0)
        return;
    assert_int_equal(g_array_index(group, Candidate, 0).place, where);
    assert_int_equal(g_array_index(group, Candidate, 0).function, function);
}

/* ---- places ------------------------------------------------------------------------------------------- */

static void test_numbers(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint slotv = places_number(places, FACT_PLACE_LOCAL, CALLER, 0, "slotv");
    guint slotw = places_number(places, FACT_PLACE_LOCAL, CALLER, 0, "slotw");
    guint parameter = places_number(places, FACT_PLACE_PARAMETER, CALLER, 2, NULL);
    assert_int_not_equal(slotv, slotw);
    assert_int_equal(places_number(places, FACT_PLACE_LOCAL, CALLER, 0, "slotv"), slotv);
    assert_int_not_equal(places_number(places, FACT_PLACE_LOCAL, OTHER_CALLER, 0, "slotv"), slotv);
    assert_int_equal(places_find(places, FACT_PLACE_PARAMETER, CALLER, 2), parameter);
    assert_int_equal(places_find(places, FACT_PLACE_PARAMETER, CALLER, 1), 0);
    store(places, slotv, LONG_ADD, "p(p,p)");
    store(places, slotv, LONG_ADD, "p(p,p)");
    assert_int_equal(places_get(places, slotv)->stored->len, 1);
}

/* ---- flows -------------------------------------------------------------------------------------------- */

/* long_add ──stored──> nb_add ──> parameter ──> local ──> a call */
static void test_five_places(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint field = place(places, FACT_PLACE_FIELD, NB_ADD),
          other = place(places, FACT_PLACE_FIELD, NB_SUBTRACT);
    guint parameter = place(places, FACT_PLACE_PARAMETER, CALLER);
    guint local = places_number(places, FACT_PLACE_LOCAL, CALLER, 0, "slot");
    store(places, field, LONG_ADD, "p(p,p)");
    store(places, other, FLOAT_ADD, "p(p,p)");
    places_connect(places, local, call(places, FIRST_CALL, CALLER, "p(p,p)"));
    places_connect(places, parameter, local);
    places_connect(places, local, parameter); /* and around */
    places_connect(places, field, parameter);
    call(places, SECOND_CALL, CALLER, "p(p,p)");
    g_autoptr(Closure) closure = closure_solve(places);
    assert_reaches(closure, 0, field, LONG_ADD);
    assert_reaches(closure, 1, 0, 0);
}

/* A function counts where it first came to a field; a call's shape picks among those that are there. */
static void test_first_field(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint variable = place(places, FACT_PLACE_VARIABLE, 1), field = place(places, FACT_PLACE_FIELD, NB_ADD);
    guint second = place(places, FACT_PLACE_FIELD, NB_SUBTRACT);
    store(places, variable, LONG_ADD, "p(p,p)");
    store(places, variable, VISIT, "i32(p)");
    places_connect(places, variable, field);
    places_connect(places, field, second);
    places_connect(places, second, call(places, FIRST_CALL, CALLER, "p(p,p)"));
    places_connect(places, variable, call(places, SECOND_CALL, CALLER, "i32(p)"));
    g_autoptr(Closure) closure = closure_solve(places);
    assert_reaches(closure, 0, field, LONG_ADD);
    assert_reaches(closure, 1, variable, VISIT);
}

/* ---- calls that hand things over ----------------------------------------------------------------------- */

/* type->tp_traverse(op, visit), where tp_traverse is list_traverse, which calls its parameter. */
static Places *traversal(guint *parameter)
{
    Places *places = places_new();
    guint field = place(places, FACT_PLACE_FIELD, TRAVERSE);
    guint argument = places_number(places, FACT_PLACE_ARGUMENT, FIRST_CALL, 1, NULL);
    *parameter = places_number(places, FACT_PLACE_PARAMETER, OTHER_CALLER, 1, NULL);
    store(places, field, OTHER_CALLER, "i32(p,p)");
    store(places, argument, VISIT, "i32(p)");
    places_connect(places, field, call(places, FIRST_CALL, CALLER, "i32(p,p)"));
    places_connect(places, *parameter, call(places, SECOND_CALL, OTHER_CALLER, "i32(p)"));
    return places;
}

static void test_arguments(void **state)
{
    (void)state;
    guint parameter;
    g_autoptr(Places) places = traversal(&parameter);
    g_autoptr(Closure) closure = closure_solve(places);
    assert_reaches(closure, 0, places_find(places, FACT_PLACE_FIELD, TRAVERSE, 0), OTHER_CALLER);
    assert_reaches(closure, 1, parameter, VISIT);
}

static void test_bound_parameter(void **state)
{
    (void)state;
    guint parameter;
    g_autoptr(Places) places = traversal(&parameter);
    g_hash_table_add(places->bound, GUINT_TO_POINTER(parameter));
    g_autoptr(Closure) closure = closure_solve(places);
    assert_reaches(closure, 1, 0, 0);
}

/* type->get(v)(w) */
static void test_result(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint field = place(places, FACT_PLACE_FIELD, NB_ADD),
          result = place(places, FACT_PLACE_RESULT, OTHER_CALLER);
    store(places, field, OTHER_CALLER, "p(p)");
    store(places, result, VISIT, "i32(p)");
    places_connect(places, field, call(places, FIRST_CALL, CALLER, "p(p)"));
    places_connect(places, place(places, FACT_PLACE_SITE_RESULT, FIRST_CALL),
                   call(places, SECOND_CALL, CALLER, "i32(p)"));
    g_autoptr(Closure) closure = closure_solve(places);
    assert_reaches(closure, 1, result, VISIT);
}

/* ---- groups ------------------------------------------------------------------------------------------- */

/* What lies between the members is never the same. */
static GArray *group_of(guint where, gint64 function)
{
    static int rubbish;
    GArray *group = g_array_new(FALSE, FALSE, sizeof(Candidate));
    Candidate candidate;
    memset(&candidate, ++rubbish, sizeof candidate);
    candidate.place = where;
    candidate.function = function;
    if (function != 0)
        g_array_append_val(group, candidate);
    return group;
}

static void test_groups(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint field = place(places, FACT_PLACE_FIELD, NB_ADD);
    store(places, field, LONG_ADD, "p(p,p)");
    store(places, field, FLOAT_ADD, "p(p,p)");
    places_connect(places, field, call(places, FIRST_CALL, CALLER, "p(p,p)"));
    places_connect(places, field, call(places, SECOND_CALL, OTHER_CALLER, "p(p,p)"));
    g_autoptr(Closure) closure = closure_solve(places);
    assert_int_equal(closure->group[0], closure->group[1]);
    guint both = closure->group[1];
    closure_regroup(closure, 0, group_of(field, LONG_ADD));
    assert_reaches(closure, 0, field, LONG_ADD);
    assert_int_equal(closure->group[1], both);
    closure_regroup(closure, 1, group_of(field, LONG_ADD));
    assert_int_equal(closure->group[0], closure->group[1]);
    closure_regroup(closure, 1, group_of(0, 0));
    assert_int_equal(closure->group[1], 0);
}

/* A function handed to two parameters on the way: the caller's own counts; for another caller, the first. */
static void test_forwarded(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint outer = place(places, FACT_PLACE_PARAMETER, CALLER),
          inner = place(places, FACT_PLACE_PARAMETER, OTHER_CALLER);
    store(places, outer, VISIT, "i32(p)");
    store(places, inner, VISIT, "i32(p)");
    places_connect(places, outer, inner);
    places_connect(places, inner, call(places, FIRST_CALL, OTHER_CALLER, "i32(p)"));
    places_connect(places, inner, call(places, SECOND_CALL, LONG_ADD, "i32(p)"));
    g_autoptr(Closure) closure = closure_solve(places);
    assert_int_equal(((GArray *)g_ptr_array_index(closure->groups, closure->group[0]))->len, 2);
    forwarded_narrow(places, closure);
    assert_reaches(closure, 0, inner, VISIT);
    assert_reaches(closure, 1, outer, VISIT);
}

/* What is in a field stays beside the parameters. */
static void test_forwarded_keeps_fields(void **state)
{
    (void)state;
    g_autoptr(Places) places = places_new();
    guint field = place(places, FACT_PLACE_FIELD, NB_ADD),
          parameter = place(places, FACT_PLACE_PARAMETER, CALLER);
    store(places, field, VISIT, "i32(p)");
    store(places, parameter, VISIT, "i32(p)");
    places_connect(places, field, parameter);
    places_connect(places, parameter, call(places, FIRST_CALL, CALLER, "i32(p)"));
    g_autoptr(Closure) closure = closure_solve(places);
    forwarded_narrow(places, closure);
    assert_int_equal(((GArray *)g_ptr_array_index(closure->groups, closure->group[0]))->len, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_five_places),
        cmocka_unit_test(test_first_field),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_bound_parameter),
        cmocka_unit_test(test_result),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_forwarded),
        cmocka_unit_test(test_forwarded_keeps_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
