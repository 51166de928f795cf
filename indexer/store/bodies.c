/* bodies.c: which bodies a parse brings that none has brought before. See bind.h.
 *
 * A header's function comes with each parse of the header, and mostly with the same calls, references and flows: one
 * copy of them is kept. But where a unit leaves out asserts, or has other macros, the body is another one: then its
 * rows are kept as well, and rows.c makes of both what the function does in any unit. */
#include "store/bind.h"

static Body *find_body(SymbolRow *symbol, guint64 sum)
{
    Body *body = symbol->bodies;
    while (body != NULL && body->sum != sum)
        body = body->next;
    return body;
}

static Body *add_body(SymbolRow *symbol, guint64 sum, guint order)
{
    Body *body = g_new0(Body, 1);
    *body = (Body){.symbol = symbol, .next = symbol->bodies, .sum = sum, .order = order};
    symbol->bodies = body;
    return body;
}

Body *bodies_file_level(Merge *merge, guint order)
{
    Body *body = g_new0(Body, 1);
    body->order = order;
    g_ptr_array_add(merge->file_levels, body);
    return body;
}

Body **bodies_of(Merge *merge, const Facts *facts, guint order, SymbolRow *const *symbols)
{
    Body **bodies = g_new0(Body *, facts->symbols->len + 1);
    g_autofree guint64 *sums = facts_sum_bodies(facts, (const gpointer *)symbols);
    bodies[0] = bodies_file_level(merge, order);
    for (guint place = 1; place <= facts->symbols->len; place++) {
        if (sums[place] == 0)
            continue;
        Body *known = find_body(symbols[place], sums[place]);
        if (known == NULL)
            bodies[place] = add_body(symbols[place], sums[place], order);
        else
            known->order = MIN(known->order, order);
    }
    return bodies;
}

void bodies_free(SymbolRow *symbol)
{
    while (symbol->bodies != NULL) {
        Body *body = symbol->bodies;
        symbol->bodies = body->next;
        g_free(body);
    }
}
