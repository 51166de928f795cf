/* python_added.c: what modules get by calls: exceptions, and types under a name. See python_modules.h.
 *
 *     EmptyError = PyErr_NewExceptionWithDoc("_queue.Empty", "…", NULL, NULL);     a class, named by the literal
 *     PyModule_AddObject(m, "Struct", (PyObject *)&PyStructType);                  _struct.Struct is builtins.Struct
 *
 * The object of a call is looked for among the references on its lines: those of a file stand in the order of the text, so
 * the first one of a line is found by halving. */
#include "link/python_modules.h"

#include <string.h>

#define DEFAULT_BASE "builtins.Exception" /* of PyErr_NewException(name, NULL, NULL) */

enum { LINES = 3 }; /* of a call, behind its first */

typedef struct Added {
    const PythonModules *modules;
    const PythonTypes *types;
    PythonRows *rows;
    Statement *last, *line, *near, *alias;
    GHashTable *classes; /* variable or field -> the name of the class that a call put into it */
    gint64 weak; /* the table of what such an exception has for weak references; 0: there is none */
} Added;

typedef struct Call {
    gint64 file, caller;
    guint at; /* its line */
    const char *path;
    char *text; /* the literal without quotes, or NULL */
} Call;

/* What a call is handed, of types and their like: what comes first. */
typedef struct Object {
    const PythonType *type;
    const char *name; /* of the type, or of a class that another call made */
    gboolean is_null; /* NULL twice */
    gint64 holder;    /* what the result is put into; 0: nothing was seen */
} Object;

static gint64 line_of(Added *added, gint64 id)
{
    statement_bind_int(added->line, "id", id);
    gint64 line = statement_step(added->line, NULL) ? statement_int(added->line, 0) : 0;
    statement_reset(added->line);
    return line;
}

/* The first reference of the file on `line` or behind it. */
static gint64 find_line(Added *added, gint64 file, guint line, gint64 end)
{
    statement_bind_int(added->last, "id", file << 20);
    statement_bind_int(added->last, "end", end);
    gint64 low = file << 20,
           high = statement_step(added->last, NULL) ? statement_int(added->last, 0) + 1 : low;
    statement_reset(added->last);
    while (low < high) {
        gint64 middle = low + (high - low) / 2;
        if (line_of(added, middle) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the object is found: a type, NULL twice, or a variable that is no type and ends the search. A macro's use reads
 * what it has written, too. */
static gboolean is_object(Added *added, Object *object, guint *nulls)
{
    enum { READ = 2, WRITE = 3, ADDRESS = 4 };
    gint64 symbol = statement_int(added->near, 3), kind = statement_int(added->near, 6);
    const char *is = statement_text(added->near, 5);
    gboolean can_hold = *is == 'v' || strcmp(is, "field") == 0;
    if (can_hold && kind == WRITE && object->holder == 0)
        object->holder = symbol;
    object->type = g_hash_table_lookup(added->types->by_symbol, &symbol);
    object->name =
        object->type != NULL ? object->type->name : g_hash_table_lookup(added->classes, &symbol);
    *nulls += *is == 'm' && strcmp(statement_text(added->near, 4), "NULL") == 0;
    object->is_null = *nulls == 2;
    return object->is_null || ((object->name != NULL || (can_hold && symbol != object->holder)) &&
                               (kind == READ || kind == ADDRESS));
}

static Object find_object(Added *added, const Call *call)
{
    Object object = {NULL, NULL, FALSE, 0};
    gint64 end = (call->file + 1) << 20;
    guint nulls = 0;
    gboolean is_found = FALSE;
    statement_bind_int(added->near, "id", find_line(added, call->file, call->at, end));
    statement_bind_int(added->near, "end", end);
    while (!is_found && statement_step(added->near, NULL) &&
           statement_int(added->near, 1) <= call->at + LINES)
        is_found = statement_int(added->near, 2) == call->caller && is_object(added, &object, &nulls);
    statement_reset(added->near);
    return is_found ? object : (Object){NULL, NULL, FALSE, object.holder};
}

/* type() gives the class what its base lacks: a place for weak references, where the base is not made in this way, too. */
static gboolean add_class(Added *added, const Call *call, const char *kind, GError **error)
{
    Object object = find_object(added, call);
    PythonName name = {.of = call->text, .kind = kind, .file = call->file, .line = call->at};
    name.base = object.is_null ? DEFAULT_BASE : object.name;
    if (strchr(call->text, '.') == NULL || !python_rows_add(added->rows, &name, error))
        return strchr(call->text, '.') == NULL;
    if (object.holder != 0)
        g_hash_table_insert(added->classes, g_memdup2(&object.holder, sizeof object.holder), g_strdup(call->text));
    gint64 field = python_cells_field(added->modules->cells, "PyGetSetDef.get");
    PythonRecord row;
    guint position = 0;
    if ((object.type == NULL && !object.is_null) ||
        !python_cells_next(added->modules->cells, added->weak, &position, &row))
        return TRUE;
    const PythonCell *named =
        python_record_get(&row, python_cells_field(added->modules->cells, "PyGetSetDef.name"));
    const PythonCell *getter = python_record_get(&row, field);
    if (named == NULL || getter == NULL)
        return TRUE;
    name.name = named->text;
    name.kind = "getter";
    name.function = getter->symbol;
    return python_rows_add(added->rows, &name, error);
}

/* Objects/exceptions.c adds to the builtins, other files to the module that they define. */
static gboolean add_alias(Added *added, const Call *call, GError **error)
{
    const char *module = g_hash_table_lookup(added->modules->by_file, &call->file);
    const PythonType *type = find_object(added, call).type;
    if (module == NULL)
        module = strcmp(call->path, "Objects/exceptions.c") == 0 ? "builtins" : NULL;
    if (module == NULL || type == NULL)
        return TRUE;
    const char *own = strrchr(type->name, '.') + 1;
    g_autofree char *alias = g_strconcat(module, ".", call->text != NULL ? call->text : own, NULL);
    if (strcmp(alias, type->name) == 0)
        return TRUE;
    statement_put_text(added->alias, 1, alias);
    statement_put_int(added->alias, 2, call->at);
    statement_put_text(added->alias, 3, "alias");
    statement_put_text(added->alias, 4, type->name);
    statement_put_text(added->alias, 5, call->path);
    return statement_write(added->alias, error);
}

/* The literal without its quotes; NULL: it is none, or empty. The caller frees it. */
static char *unquoted(const char *literal)
{
    gsize length = literal != NULL ? strlen(literal) : 0;
    return length > 2 && *literal == '"' ? g_strndup(literal + 1, length - 2) : NULL;
}

static gboolean take_call(Added *added, Statement *row, GError **error)
{
    static const char *const kinds[] = {NULL, "exception", "type"};
    g_autofree char *module = unquoted(statement_text(row, 5));
    g_autofree char *text = unquoted(statement_text(row, 6));
    g_autofree char *full =
        module != NULL && text != NULL ? g_strconcat(module, ".", text, NULL) : g_strdup(text);
    Call call = {statement_int(row, 0), statement_int(row, 2), (guint)statement_int(row, 1),
                 statement_text(row, 3), full};
    const char *kind = kinds[statement_int(row, 4)];
    if (kind == NULL)
        return add_alias(added, &call, error);
    return full == NULL || add_class(added, &call, kind, error);
}

static gboolean take_calls(Added *added, Linking *linking, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) weak =
        database_prepare_file(linking->database, "indexer/link/python_weak.sql", error);
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_added_calls.sql", error);
    if (weak == NULL || rows == NULL)
        return FALSE;
    added->weak = statement_step(weak, NULL) ? statement_int(weak, 0) : 0;
    while (statement_step(rows, &problem))
        if (!take_call(added, rows, error))
            return FALSE;
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean take_described(Added *added, Linking *linking, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_described.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem)) {
        gint64 holder = statement_int(rows, 0);
        const PythonType *type = g_hash_table_lookup(added->types->by_symbol, &holder);
        g_autofree char *own = g_strdup(statement_text(rows, 1)), *kind = g_strdup(statement_text(rows, 2));
        if (type == NULL)
            continue;
        PythonName name = {.of = type->name, .name = own, .kind = kind, .owner = type->symbol};
        name.function = statement_int(rows, 3);
        name.file = statement_int(rows, 4);
        name.line = (guint)statement_int(rows, 5);
        if (!python_rows_add(added->rows, &name, error))
            return FALSE;
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

gboolean python_added_link(const PythonModules *modules, Linking *linking, const PythonTypes *types,
                           PythonRows *rows, GError **error)
{
    Database *database = linking->database;
    g_autoptr(Statement) last = database_prepare_file(database, "indexer/link/python_near_first.sql", error);
    g_autoptr(Statement) line = database_prepare_file(database, "indexer/link/python_near_line.sql", error);
    g_autoptr(Statement) near = database_prepare_file(database, "indexer/link/python_near.sql", error);
    g_autoptr(Statement) alias = database_prepare_file(database, "indexer/link/python_add_source.sql", error);
    g_autoptr(GHashTable) classes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    Added added = {.modules = modules,
                   .classes = classes,
                   .types = types,
                   .rows = rows,
                   .last = last,
                   .line = line,
                   .near = near,
                   .alias = alias};
    return last != NULL && line != NULL && near != NULL && alias != NULL &&
           take_calls(&added, linking, error) && take_described(&added, linking, error);
}
