/* plan.c: the list of what is to be read. See plan.h. */
#include "store/plan.h"

#include <stdlib.h>
#include <string.h>

static void unit_free(gpointer data)
{
    Unit *unit = data;
    g_free(unit->path);
    g_free(unit->part_of);
    g_strfreev(unit->arguments);
    g_free(unit);
}

static void unsaved_free(gpointer data)
{
    Unsaved *unsaved = data;
    g_free(unsaved->path);
    g_free(unsaved->text);
    g_free(unsaved);
}

static void skipped_free(gpointer data)
{
    Skipped *skipped = data;
    g_free(skipped->path);
    g_free(skipped->because);
    g_free(skipped);
}

Plan *plan_new(const char *root)
{
    Plan *plan = g_new0(Plan, 1);
    char *real = realpath(root, NULL);
    plan->root = real != NULL ? real : g_canonicalize_filename(root, NULL);
    plan->units = g_ptr_array_new_with_free_func(unit_free);
    plan->unsaved = g_ptr_array_new_with_free_func(unsaved_free);
    plan->skipped = g_ptr_array_new_with_free_func(skipped_free);
    plan->notes = g_ptr_array_new_with_free_func(g_free);
    return plan;
}

void plan_free(Plan *plan)
{
    g_free(plan->root);
    g_free(plan->version);
    g_ptr_array_unref(plan->units);
    g_ptr_array_unref(plan->unsaved);
    g_ptr_array_unref(plan->skipped);
    g_ptr_array_unref(plan->notes);
    g_free(plan);
}

void plan_add_unit(Plan *plan, const char *path, const char *part_of, GStrv arguments)
{
    Unit *unit = g_new0(Unit, 1);
    unit->path = g_strdup(path);
    unit->part_of = g_strdup(part_of);
    unit->arguments = arguments;
    g_ptr_array_add(plan->units, unit);
}

void plan_add_unsaved(Plan *plan, const char *path, char *text)
{
    Unsaved *unsaved = g_new0(Unsaved, 1);
    unsaved->path = g_strdup(path);
    unsaved->text = text;
    g_ptr_array_add(plan->unsaved, unsaved);
}

void plan_add_skipped(Plan *plan, const char *path, const char *because)
{
    Skipped *skipped = g_new0(Skipped, 1);
    skipped->path = g_strdup(path);
    skipped->because = g_strdup(because);
    g_ptr_array_add(plan->skipped, skipped);
}

void plan_add_note(Plan *plan, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_ptr_array_add(plan->notes, g_strdup_vprintf(format, values));
    va_end(values);
}

static int compare_units(gconstpointer a, gconstpointer b)
{
    const Unit *left = *(const Unit *const *)a, *right = *(const Unit *const *)b;
    int order = strcmp(left->path, right->path);
    return order != 0 ? order : strcmp(left->part_of, right->part_of);
}

/* Unsaved and Skipped both begin with their path. */
static int compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(**(char *const *const *)a, **(char *const *const *)b);
}

void plan_sort(Plan *plan)
{
    g_ptr_array_sort(plan->units, compare_units);
    g_ptr_array_sort(plan->unsaved, compare_paths);
    g_ptr_array_sort(plan->skipped, compare_paths);
}
