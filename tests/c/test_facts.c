/* Facts go through a pipe and into a file and come out as they were; damaged bytes are refused or give other facts, and
 * never more. Built with SAN=1 this looks at every byte that is touched. */
#include "store/cache.h"
#include "store/facts.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Facts *some_facts(void)
{
    Facts *facts = facts_new();
    for (guint i = 0; i < 300; i++) {
        g_autofree char *name = g_strdup_printf("name %u", i % 100);
        FactSymbol symbol = {.kind = FACT_FUNCTION, .name = facts_string(facts, name), .line = i * 1000};
        FactCall call = {.caller = i, .callee = G_MAXUINT32 - i, .line = 1u << (i % 32), .in_body = i & 1};
        g_array_append_val(facts->symbols, symbol);
        g_array_append_val(facts->calls, call);
    }
    FactSource source = {FACT_SOURCE_TREE, facts_string(facts, "Objects/object.c"),
                         facts_string(facts, "abc")};
    g_array_append_val(facts->sources, source);
    return facts;
}

static void assert_same_array(const GArray *one, const GArray *other)
{
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len * g_array_get_element_size((GArray *)one));
}

static void test_there_and_back(void **state)
{
    (void)state;
    g_autoptr(Facts) facts = some_facts();
    g_autoptr(GBytes) buffer = facts_pack(facts);
    g_autoptr(Facts) back = facts_unpack(buffer);
    assert_non_null(back);
    assert_same_array(facts->symbols, back->symbols);
    assert_same_array(facts->calls, back->calls);
    assert_int_equal(back->flows->len, 0);
    for (guint i = 1; i < facts->texts->strings->len; i++)
        assert_string_equal(facts_text(facts, i), facts_text(back, i));
}

static void test_shared_texts(void **state)
{
    (void)state;
    g_autoptr(Texts) texts = texts_new();
    texts_place(texts, "one that was there before");
    g_autoptr(Facts) first = some_facts();
    g_autoptr(Facts) second = some_facts();
    facts_share(first, texts);
    guint count = texts->strings->len;
    facts_share(second, texts);
    assert_int_equal(texts->strings->len, count);
    const FactSymbol *symbol = &g_array_index(second->symbols, FactSymbol, 7);
    assert_string_equal(facts_text(second, symbol->name), "name 7");
    assert_null(facts_text(second, symbol->doc));
    assert_same_array(first->symbols, second->symbols);
}

static void test_damage(void **state)
{
    (void)state;
    g_autoptr(Facts) facts = some_facts();
    g_autoptr(GBytes) buffer = facts_pack(facts);
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    gsize size;
    const guint8 *bytes = g_bytes_get_data(buffer, &size);
    for (guint i = 0; i < 3000; i++) {
        gsize length = i % 3 == 0 ? (gsize)g_rand_int_range(random, 0, size) : size;
        guint8 *copy = g_memdup2(bytes, length);
        for (guint j = 0; j < i % 4 && length > 0; j++)
            copy[g_rand_int_range(random, 0, length)] = g_rand_int_range(random, 0, 256);
        g_autoptr(GBytes) damaged = g_bytes_new_take(copy, length);
        Facts *back = facts_unpack(damaged);
        g_clear_pointer(&back, facts_free);
    }
}

/* The file of the cache: found again, refused with another maker, another index, or any byte changed. */
static void test_cache(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("cpyread-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "facts", NULL),
                    *index = g_build_filename(folder, "index", NULL);
    const char *key = "0123456789012345678901234567890123456789", *why = NULL;
    g_file_set_contents(index, "index", -1, NULL);
    g_autoptr(Cache) cache = cache_new("maker");
    g_autoptr(Facts) facts = some_facts();
    facts_share(facts, cache_texts(cache));
    cache_put(cache, key, facts);
    assert_true(cache_write(cache, path, index, NULL));

    g_autoptr(Cache) again = cache_open(path, index, "maker", &why);
    assert_non_null(again);
    g_autoptr(Facts) back = cache_recall(again, key);
    assert_same_array(facts->symbols, back->symbols);
    assert_null(cache_open(path, index, "another maker", &why));

    g_autofree char *bytes = NULL;
    gsize size;
    g_file_get_contents(path, &bytes, &size, NULL);
    for (gsize i = 0; i < size; i += 61) {
        bytes[i] ^= 16;
        g_file_set_contents(path, bytes, size, NULL);
        assert_null(cache_open(path, index, "maker", &why));
        bytes[i] ^= 16;
    }
    g_file_set_contents(path, bytes, size, NULL);
    g_file_set_contents(index, "another index", -1, NULL);
    assert_null(cache_open(path, index, "maker", &why));
    assert_non_null(strstr(why, "changed"));
    g_unlink(path);
    g_unlink(index);
    g_rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back),
                                       cmocka_unit_test(test_shared_texts), cmocka_unit_test(test_damage),
                                       cmocka_unit_test(test_cache)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
