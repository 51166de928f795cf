/* places.c: see places.h. */
#include "link/places.h"

typedef struct PlaceKey {
    gint64 id;
    guint kind, part;
} PlaceKey;

static guint key_hash(gconstpointer key)
{
    const PlaceKey *place = key;
    guint64 mixed = (guint64)place->id * 0x9e3779b97f4a7c15u + place->kind * 0x85ebca6bu + place->part * 0xc2b2ae35u;
    return (guint)(mixed >> 32) ^ (guint)mixed;
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
    const PlaceKey *left = a, *right = b;
    return left->id == right->id && left->kind == right->kind && left->part == right->part;
}

static void free_place(gpointer place)
{
    g_clear_pointer(&((Place *)place)->stored, g_array_unref);
}

static void free_site(gpointer site)
{
    g_free(((Site *)site)->type);
}

Places *places_new(void)
{
    Places *places = g_new0(Places, 1);
    places->all = g_array_new(FALSE, TRUE, sizeof(Place));
    g_array_set_clear_func(places->all, free_place);
    g_array_set_size(places->all, 1);
    places->numbers = g_hash_table_new_full(key_hash, key_equal, g_free, NULL);
    places->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    places->texts = g_ptr_array_new();
    g_ptr_array_add(places->texts, NULL);
    places->edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    places->sites = g_array_new(FALSE, FALSE, sizeof(Site));
    g_array_set_clear_func(places->sites, free_site);
    places->bound = g_hash_table_new(NULL, NULL);
    places->field_shapes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    places->shapes = shapes_new();
    return places;
}

void places_free(Places *places)
{
    g_array_unref(places->all);
    g_hash_table_unref(places->numbers);
    g_hash_table_unref(places->names);
    g_ptr_array_unref(places->texts);
    g_array_unref(places->edges);
    g_array_unref(places->sites);
    g_hash_table_unref(places->bound);
    g_hash_table_unref(places->field_shapes);
    shapes_free(places->shapes);
    g_free(places);
}

static guint name_number(Places *places, const char *name)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(places->names, name));
    if (number == 0) {
        char *text = g_strdup(name);
        number = places->texts->len;
        g_ptr_array_add(places->texts, text);
        g_hash_table_insert(places->names, text, GUINT_TO_POINTER(number));
    }
    return number;
}

guint places_number(Places *places, guint kind, gint64 id, guint part, const char *name)
{
    PlaceKey key = {id, kind, name != NULL ? name_number(places, name) : part};
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(places->numbers, &key));
    if (number == 0) {
        Place place = {.kind = kind, .id = id, .part = key.part};
        number = places->all->len;
        g_array_append_val(places->all, place);
        g_hash_table_insert(places->numbers, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(number));
    }
    return number;
}

guint places_find(const Places *places, guint kind, gint64 id, guint part)
{
    PlaceKey key = {id, kind, part};
    return GPOINTER_TO_UINT(g_hash_table_lookup(places->numbers, &key));
}

Place *places_get(const Places *places, guint number)
{
    return &g_array_index(places->all, Place, number);
}

void places_connect(Places *places, guint from, guint to)
{
    Edge edge = {from, to};
    g_array_append_val(places->edges, edge);
}

static gboolean is_stored(const GArray *all, const Stored *stored)
{
    for (guint i = 0; i < all->len; i++) {
        const Stored *other = &g_array_index(all, Stored, i);
        if (other->function == stored->function && other->own == stored->own && other->cast == stored->cast &&
            other->to == stored->to)
            return TRUE;
    }
    return FALSE;
}

void places_store(Places *places, guint number, const Stored *stored)
{
    Place *place = places_get(places, number);
    if (place->stored == NULL)
        place->stored = g_array_new(FALSE, FALSE, sizeof(Stored));
    if (!is_stored(place->stored, stored))
        g_array_append_vals(place->stored, stored, 1);
}
