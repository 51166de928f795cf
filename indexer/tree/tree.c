/* tree.c: from a checkout to a plan, step by step. See tree.h, and README.md for the flow.
 *
 * The compiler is asked about this machine in a thread, which takes as long as all the rest. */
#include "tree/tree.h"

#include "tree/compile_commands.h"
#include "tree/made_up.h"
#include "tree/pyconfig.h"
#include "tree/units.h"

/* The text of a file that every CPython has; sets `error` if this one has not. */
static char *needed_text(const Checkout *checkout, const char *path, GError **error)
{
    char *text = checkout_text(checkout, path);
    if (text == NULL)
        g_set_error(error, TREE_ERROR, TREE_ERROR_READ, "%s/%s: cannot be read", checkout->root, path);
    return text;
}

char *tree_version(const char *root)
{
    g_autoptr(Checkout) checkout = checkout_open(root, NULL);
    return checkout != NULL ? g_steal_pointer(&checkout->version) : NULL;
}

typedef struct Asking {
    const char *template, *standard;
    TreeAsk ask;
    gpointer ask_data;
    GError *problem;
} Asking;

static gpointer make_pyconfig(gpointer data)
{
    Asking *asking = data;
    return pyconfig_make(asking->template, asking->standard, asking->ask, asking->ask_data, &asking->problem);
}

Plan *tree_plan(const char *root, TreeAsk ask, gpointer ask_data, GError **error)
{
    g_autoptr(Checkout) checkout = checkout_open(root, error);
    if (checkout == NULL)
        return NULL;
    g_autofree char *make_text = needed_text(checkout, "Makefile.pre.in", error);
    g_autofree char *config_text =
        make_text != NULL ? needed_text(checkout, "Modules/config.c.in", error) : NULL;
    g_autofree char *template = config_text != NULL ? needed_text(checkout, "pyconfig.h.in", error) : NULL;
    if (template == NULL)
        return NULL;
    g_autoptr(Makefile) makefile = makefile_parse(make_text);
    g_autoptr(Options) options = options_new(checkout, makefile);
    Asking asking = {template, options->standard, ask, ask_data, NULL};
    GThread *asker = g_thread_new("pyconfig", make_pyconfig, &asking);
    g_autoptr(GPtrArray) modules = modules_read(checkout);
    g_autoptr(Plan) plan = plan_new(root);
    plan->version = g_strdup(checkout->version);
    plan_add_unsaved(plan, "Modules/config.c", made_up_config(config_text, modules));
    units_add(plan, options, modules);
    char *pyconfig = g_thread_join(asker);
    if (pyconfig == NULL) {
        g_propagate_error(error, asking.problem);
        return NULL;
    }
    plan_add_unsaved(plan, MADE_UP_FOLDER "/pyconfig.h", pyconfig);
    plan_sort(plan);
    compile_commands_use(plan);
    return g_steal_pointer(&plan);
}
