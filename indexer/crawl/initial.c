/* initial.c: static initialisers as cells: which field of which row holds which value. See visiting.h.
 *
 *     static PyMethodDef list_methods[] = {          variable      path  field     value
 *         {"append", (PyCFunction)list_append,       list_methods  [0]   ml_name   string "append"
 *          METH_O, doc},                             list_methods  [0]   ml_meth   function list_append
 *                                                    list_methods  [0]   ml_flags  integer 8
 *
 * libclang shows an initialiser as it is written, so positions are mapped to fields here by the rules of C:
 * designators
 * (`.f = v`, `[i] = v`), braces left out around an inner record or array, and unions, of which only the first
 * member is meant. Left out: NULL, and tables that hold nothing but numbers (the Unicode database is one). */
#include "crawl/visiting.h"

#include <string.h>

typedef struct Initial {
    Visit *visit;
    guint32 variable;  /* symbol; 0: a local one */
    CXCursor local;    /* then: it, … */
    CXCursor function; /* … and its function */
} Initial;

/* Where a value goes. */
typedef struct Slot {
    CXType type;
    const char *path; /* of the record or array that it is in: "", "[3]", "[3].inner" */
    guint32 field;    /* symbol; for an element that of its array; 0: the variable is an array, or neither */
    gboolean is_element;
} Slot;

/* The expressions between two braces. */
typedef struct Items {
    GArray *cursors; /* of CXCursor */
    guint next;
} Items;

static void fill(Initial *initial, const Slot *slot, Items *items, gboolean braced);

/* ---- cursors ------------------------------------------------------------------------------------------ */

static enum CXVisitorResult collect_field(CXCursor cursor, CXClientData data)
{
    g_array_append_val((GArray *)data, cursor);
    return CXVisit_Continue;
}

static CXCursor last_child(CXCursor cursor)
{
    g_autoptr(GArray) children = cursor_children(cursor);
    return children->len == 0 ? clang_getNullCursor() : cursor_child(children, children->len - 1);
}

static gboolean is_array(CXType type)
{
    return type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray;
}

static gboolean is_union(CXType type)
{
    return clang_getCursorKind(clang_getTypeDeclaration(type)) == CXCursor_UnionDecl;
}

/* Whether a value of this type can hold a pointer. */
static gboolean holds_pointer(CXType type)
{
    type = clang_getCanonicalType(type);
    if (is_array(type))
        return holds_pointer(clang_getArrayElementType(type));
    if (type.kind != CXType_Record)
        return type.kind == CXType_Pointer;
    g_autoptr(GArray) fields = g_array_new(FALSE, FALSE, sizeof(CXCursor));
    clang_Type_visitFields(type, collect_field, fields);
    for (guint i = 0; i < fields->len; i++)
        if (holds_pointer(clang_getCursorType(cursor_child(fields, i))))
            return TRUE;
    return FALSE;
}

/* ---- values ------------------------------------------------------------------------------------------- */

static void set_number(FactCell *cell, gint64 number)
{
    cell->kind = FACT_CELL_NUMBER;
    cell->low = (guint32)number;
    cell->high = (guint32)((guint64)number >> 32);
}

static gboolean evaluate(CXCursor cursor, gint64 *number)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    gboolean found = result != NULL && clang_EvalResult_getKind(result) == CXEval_Int;
    if (found)
        *number = clang_EvalResult_getAsLongLong(result);
    if (result != NULL)
        clang_EvalResult_dispose(result);
    return found;
}

static void set_name(Initial *initial, FactCell *cell, CXCursor cursor)
{
    CXCursor declaration = clang_getCursorReferenced(cursor);
    gint64 number;
    switch (clang_getCursorKind(declaration)) {
    case CXCursor_FunctionDecl:
    case CXCursor_VarDecl:
        cell->kind =
            clang_getCursorKind(declaration) == CXCursor_VarDecl ? FACT_CELL_VARIABLE : FACT_CELL_FUNCTION;
        cell->symbol = symbol_of(initial->visit, declaration, NULL);
        break;
    case CXCursor_FieldDecl:
        cell->kind = FACT_CELL_OFFSET;
        cell->symbol = symbol_of(initial->visit, declaration, NULL);
        break;
    case CXCursor_EnumConstantDecl:
        if (evaluate(cursor, &number))
            set_number(cell, number);
        break;
    default:
        break;
    }
}

/* Finds what a value is, through parentheses, casts and `&`. */
static void set_value(Initial *initial, FactCell *cell, CXCursor cursor)
{
    gint64 number;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRef: /* offsetof */
        set_name(initial, cell, cursor);
        if (cell->kind == FACT_CELL_FUNCTION)
            cell->own_shape = flow_shape(initial->visit, clang_getCursorType(cursor));
        return;
    case CXCursor_StringLiteral:
        cell->kind = FACT_CELL_STRING;
        cell->text = take_string(initial->visit->facts, clang_getCursorSpelling(cursor));
        return;
    case CXCursor_CStyleCastExpr:
        if (cell->cast_shape == 0)
            cell->cast_shape = flow_shape(initial->visit, clang_getCursorType(cursor));
        G_GNUC_FALLTHROUGH;
    case CXCursor_UnexposedExpr:
    case CXCursor_ParenExpr:
    case CXCursor_UnaryOperator: {
        CXCursor inner = last_child(cursor);
        if (!clang_Cursor_isNull(inner))
            set_value(initial, cell, inner);
        break;
    }
    default:
        break;
    }
    if ((cell->kind == FACT_CELL_OTHER || cell->kind == FACT_CELL_NUMBER) && evaluate(cursor, &number))
        set_number(cell, number);
}

static void add_flow(Initial *initial, const Slot *slot, CXCursor value)
{
    if (slot->field != 0)
        flow_field(initial->visit, initial->function, slot->field, slot->type, value);
    else if (clang_getCursorKind(initial->local) == CXCursor_VarDecl)
        flow_variable(initial->visit, initial->function, initial->local, slot->type, value);
}

static void add_cell(Initial *initial, const Slot *slot, CXCursor value)
{
    if (initial->variable == 0) {
        add_flow(initial, slot, value);
        return;
    }
    Place place = sources_place(initial->visit->sources, clang_getCursorLocation(value));
    FactCell cell = {.variable = initial->variable, .field = slot->field, .kind = FACT_CELL_OTHER};
    if (!place_in_tree(&place))
        return;
    set_value(initial, &cell, value);
    if (cell.kind == FACT_CELL_FUNCTION)
        cell.to_shape = flow_shape(initial->visit, slot->type);
    else
        cell.cast_shape = 0;
    gboolean is_pointer = clang_getCanonicalType(slot->type).kind == CXType_Pointer;
    if (is_pointer && cell.kind == FACT_CELL_NUMBER && cell.low == 0 && cell.high == 0)
        return; /* NULL */
    if ((slot->field == 0 || slot->is_element) && !is_pointer)
        return; /* an array of numbers */
    cell.path = facts_string(initial->visit->facts, slot->path);
    cell.file = place.source->path;
    cell.line = place.line;
    cell.col = place.col;
    g_array_append_val(initial->visit->facts->cells, cell);
}

/* ---- positions to fields ------------------------------------------------------------------------------ */

/* A field of a record: by its name, from a designator; else by its position. */
static guint find_field(const GArray *fields, CXCursor designator)
{
    CXCursor named = clang_getCursorReferenced(designator);
    for (guint i = 0; i < fields->len; i++)
        if (clang_equalCursors(cursor_child(fields, i), named))
            return i;
    return fields->len;
}

/* Gives one value to a slot; an aggregate without braces of its own takes as many items as it has places. */
static void assign(Initial *initial, const Slot *slot, CXCursor value, Items *items)
{
    CXType type = clang_getCanonicalType(slot->type);
    gboolean aggregate = type.kind == CXType_Record || is_array(type);
    if (clang_getCursorKind(value) == CXCursor_CompoundLiteralExpr && !clang_Cursor_isNull(last_child(value)))
        value = last_child(value);
    enum CXCursorKind kind = clang_getCursorKind(value);
    if (kind == CXCursor_InitListExpr) {
        g_autoptr(GArray) inner = cursor_children(value);
        Items list = {inner, 0};
        if (aggregate)
            fill(initial, slot, &list, TRUE);
        else if (inner->len > 0)
            add_cell(initial, slot, cursor_child(inner, 0));
        return;
    }
    gboolean whole = kind == CXCursor_StringLiteral ||
                     clang_getCanonicalType(clang_getCursorType(value)).kind == CXType_Record;
    if (aggregate && !whole && items != NULL) {
        items->next--; /* the value is the first of several */
        fill(initial, slot, items, FALSE);
        return;
    }
    add_cell(initial, slot, value);
}

static char *element_path(const char *path, gint64 index)
{
    return g_strdup_printf("%s[%" G_GINT64_FORMAT "]", path, index);
}

/* The fields of a member without a name (C11) are the outer record's own. */
static char *member_path(const char *path, CXCursor field)
{
    if (!field_is_named(field))
        return g_strdup(path);
    CXString name = clang_getCursorSpelling(field);
    char *result = g_strconcat(path, *path != '\0' ? "." : "", clang_getCString(name), NULL);
    clang_disposeString(name);
    return result;
}

static void assign_within(Initial *initial, const Slot *slot, const GArray *parts, guint first);

/* Without `items` it is a designated one: `values` holds what is left of its designators, from `index` on, and the
 * value. */
static void assign_field(Initial *initial, CXCursor field, const char *path, const GArray *values, guint index,
                         Items *items)
{
    CXType type = clang_getCursorType(field);
    CXType plain = clang_getCanonicalType(type);
    gboolean aggregate = plain.kind == CXType_Record || is_array(plain);
    g_autofree char *inner = aggregate ? member_path(path, field) : NULL;
    Slot slot = {type, aggregate ? inner : path,
                 field_is_named(field) ? symbol_of(initial->visit, field, NULL) : 0, FALSE};
    if (items == NULL)
        assign_within(initial, &slot, values, index);
    else
        assign(initial, &slot, cursor_child(values, index), items);
}

/* `.a.b = v` and `[2].a = v` speak of a place within the slot that `.a` and `[2]` stand for. */
static void assign_within(Initial *initial, const Slot *slot, const GArray *parts, guint first)
{
    CXType type = clang_getCanonicalType(slot->type);
    CXCursor part = cursor_child(parts, first);
    gint64 number = 0;
    if (first + 1 == parts->len) {
        assign(initial, slot, part, NULL);
    } else if (clang_getCursorKind(part) == CXCursor_MemberRef) {
        assign_field(initial, clang_getCursorReferenced(part), slot->path, parts, first + 1, NULL);
    } else if (is_array(type) && evaluate(part, &number)) {
        g_autofree char *path = element_path(slot->path, number);
        Slot element = {clang_getArrayElementType(type), path, slot->field, TRUE};
        assign_within(initial, &element, parts, first + 1);
    } else { /* the end of a range: `[0 ... 3] = v` */
        assign_within(initial, slot, parts, first + 1);
    }
}

static void fill_record(Initial *initial, CXType type, const char *path, Items *items, gboolean braced)
{
    g_autoptr(GArray) fields = g_array_new(FALSE, FALSE, sizeof(CXCursor));
    clang_Type_visitFields(type, collect_field, fields);
    for (guint next = 0; items->next < items->cursors->len; next++) {
        CXCursor item = cursor_child(items->cursors, items->next);
        g_autoptr(GArray) parts = cursor_children(item);
        gboolean designated = clang_getCursorKind(item) == CXCursor_UnexposedExpr && parts->len > 1 &&
                              clang_getCursorKind(cursor_child(parts, 0)) == CXCursor_MemberRef;
        if (designated && !braced)
            return; /* it speaks of the record around this one */
        if (designated)
            next = find_field(fields, cursor_child(parts, 0));
        if (!designated && next >= (is_union(type) ? MIN(1, fields->len) : fields->len))
            return;
        items->next++;
        if (next >= fields->len)
            continue;
        if (designated)
            assign_field(initial, cursor_child(fields, next), path, parts, 1, NULL);
        else
            assign_field(initial, cursor_child(fields, next), path, items->cursors, items->next - 1, items);
    }
}

static void fill_array(Initial *initial, const Slot *array, Items *items, gboolean braced)
{
    CXType type = clang_getCanonicalType(array->type), element = clang_getArrayElementType(type);
    long long size = clang_getArraySize(type);
    for (gint64 next = 0; items->next < items->cursors->len && (size < 0 || next < size); next++) {
        CXCursor item = cursor_child(items->cursors, items->next);
        g_autoptr(GArray) parts = cursor_children(item);
        enum CXCursorKind first =
            parts->len > 1 ? clang_getCursorKind(cursor_child(parts, 0)) : CXCursor_InvalidFile;
        gboolean designated = clang_getCursorKind(item) == CXCursor_UnexposedExpr && parts->len > 1 &&
                              first != CXCursor_TypeRef && first != CXCursor_MemberRef;
        if ((designated || first == CXCursor_MemberRef) && !braced)
            return;
        if (designated)
            evaluate(cursor_child(parts, 0), &next);
        g_autofree char *inner = element_path(array->path, next);
        Slot slot = {element, inner, array->field, TRUE};
        items->next++;
        if (designated)
            assign_within(initial, &slot, parts, 1);
        else
            assign(initial, &slot, item, items);
    }
}

static void fill(Initial *initial, const Slot *slot, Items *items, gboolean braced)
{
    CXType plain = clang_getCanonicalType(slot->type);
    if (is_array(plain))
        fill_array(initial, slot, items, braced);
    else
        fill_record(initial, plain, slot->path, items, braced);
}

void visit_initialiser(Visit *visit, CXCursor variable, guint32 symbol, CXCursor function)
{
    CXType type = clang_getCursorType(variable);
    CXCursor value = last_child(variable);
    if (clang_Cursor_isNull(value) || clang_isExpression(clang_getCursorKind(value)) == 0 ||
        !holds_pointer(type))
        return;
    Initial initial = {visit, symbol, variable, function};
    Slot slot = {type, "", 0, FALSE};
    assign(&initial, &slot, value, NULL);
}
