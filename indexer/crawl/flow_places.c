/* flow_places.c: which places an expression can stand for. See flow_inside.h. */
#include "crawl/flow_inside.h"

enum { LONGEST_EXPRESSION = 64 }; /* levels */

static int parameter_number(CXCursor function, CXCursor parameter)
{
    int count = clang_Cursor_getNumArguments(function);
    for (int i = 0; i < count; i++)
        if (clang_equalCursors(clang_Cursor_getArgument(function, i), parameter))
            return i;
    return -1;
}

void flow_set_place(FactPlace *place, FactPlaceKind kind, guint32 symbol, int number)
{
    place->kind = kind;
    place->symbol = symbol;
    place->number = number;
}

/* The place that a name stands for; FALSE for what holds no function (a constant). */
static gboolean place_of_name(Visit *visit, CXCursor function, CXCursor cursor, FactPlace *place)
{
    CXCursor declaration = clang_getCursorReferenced(cursor);
    CXCursor parent;
    switch (clang_getCursorKind(declaration)) {
    case CXCursor_FunctionDecl:
        flow_set_place(place, FACT_PLACE_FUNCTION, symbol_of(visit, declaration, NULL), 0);
        return TRUE;
    case CXCursor_ParmDecl:
        flow_set_place(place, FACT_PLACE_PARAMETER, visit->inside, parameter_number(function, declaration));
        return place->number != (guint32)-1;
    case CXCursor_VarDecl:
        parent = clang_getCursorSemanticParent(declaration);
        if (clang_getCursorKind(parent) == CXCursor_TranslationUnit) {
            flow_set_place(place, FACT_PLACE_VARIABLE, symbol_of(visit, declaration, NULL), 0);
        } else {
            flow_set_place(place, FACT_PLACE_LOCAL, visit->inside, 0);
            place->name = take_string(visit->facts, clang_getCursorSpelling(declaration));
        }
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean place_of_field(Visit *visit, CXCursor cursor, FactPlaceKind kind, FactPlace *place)
{
    CXCursor field = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(field) != CXCursor_FieldDecl)
        return FALSE;
    flow_set_place(place, kind, symbol_of(visit, field, NULL), 0);
    return TRUE;
}

static void add_origin(Origins *origins, const FactPlace *place, CXType own, guint32 cast)
{
    FactFlow flow = {.from = *place, .own_shape = flow_shape(origins->visit, own), .cast_shape = cast};
    g_array_append_val(origins->found, flow);
}

static void find_origins(Origins *origins, CXCursor cursor, guint32 cast, int depth);

static void find_in_children(Origins *origins, CXCursor cursor, guint first, guint32 cast, int depth)
{
    g_autoptr(GArray) children = cursor_children(cursor);
    for (guint i = first; i < children->len; i++)
        find_origins(origins, cursor_child(children, i), cast, depth + 1);
}

static void find_in_child(Origins *origins, CXCursor cursor, gboolean last, guint32 cast, int depth)
{
    g_autoptr(GArray) children = cursor_children(cursor);
    if (children->len > 0)
        find_origins(origins, cursor_child(children, last ? children->len - 1 : 0), cast, depth + 1);
}

/* An implicit cast, offsetof(T, f) or va_arg(list, T): libclang shows them alike. */
static void find_in_unexposed(Origins *origins, CXCursor cursor, guint32 cast, int depth)
{
    g_autoptr(GArray) children = cursor_children(cursor);
    FactPlace place = {0};
    for (guint i = 0; i < children->len; i++) {
        CXCursor child = cursor_child(children, i);
        if (clang_getCursorKind(child) == CXCursor_MemberRef &&
            place_of_field(origins->visit, child, FACT_PLACE_OFFSET, &place)) {
            add_origin(origins, &place, clang_getCursorType(cursor), cast);
            return;
        }
    }
    for (guint i = children->len; i > 0; i--)
        if (clang_isExpression(clang_getCursorKind(cursor_child(children, i - 1)))) {
            find_origins(origins, cursor_child(children, i - 1), cast, depth + 1);
            return;
        }
}

static void find_in_call(Origins *origins, CXCursor cursor, guint32 cast)
{
    FactPlace place = {0};
    CXCursor callee = called_by(cursor);
    origins->is_bare = FALSE;
    if (clang_getCursorKind(callee) == CXCursor_FunctionDecl)
        flow_set_place(&place, FACT_PLACE_RESULT, symbol_of(origins->visit, callee, NULL), 0);
    else
        place = (FactPlace){.kind = FACT_PLACE_SITE_RESULT, .site = flow_site(origins->visit, cursor)};
    add_origin(origins, &place, clang_getCursorType(cursor), cast);
}

static void find_origins(Origins *origins, CXCursor cursor, guint32 cast, int depth)
{
    FactPlace place = {0};
    if (depth > LONGEST_EXPRESSION)
        return;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr:
        if (place_of_name(origins->visit, origins->function, cursor, &place))
            add_origin(origins, &place, clang_getCursorType(cursor), cast);
        break;
    case CXCursor_MemberRefExpr:
        if (place_of_field(origins->visit, cursor, FACT_PLACE_FIELD, &place))
            add_origin(origins, &place, clang_getCursorType(cursor), cast);
        break;
    case CXCursor_CStyleCastExpr: {
        guint32 shape = flow_shape(origins->visit, clang_getCursorType(cursor));
        find_in_child(origins, cursor, TRUE, cast != 0 ? cast : shape, depth);
        break;
    }
    case CXCursor_UnexposedExpr:
        find_in_unexposed(origins, cursor, cast, depth);
        break;
    case CXCursor_ParenExpr:
    case CXCursor_UnaryOperator:
        find_in_child(origins, cursor, FALSE, cast, depth);
        break;
    case CXCursor_ArraySubscriptExpr: /* of bytes: base and offset, as in NB_BINOP */
        if (clang_Type_getSizeOf(clang_getCursorType(cursor)) == 1)
            find_in_children(origins, cursor, 0, cast, depth);
        else
            find_in_child(origins, cursor, FALSE, cast, depth);
        break;
    case CXCursor_BinaryOperator: /* base + offset, or a comma */
        origins->is_bare = FALSE;
        find_in_children(origins, cursor, 0, cast, depth);
        break;
    case CXCursor_ConditionalOperator:
        find_in_children(origins, cursor, 1, cast, depth);
        break;
    case CXCursor_CallExpr:
        find_in_call(origins, cursor, cast);
        break;
    default:
        break;
    }
}

void flow_find_origins(Origins *origins, CXCursor value)
{
    find_origins(origins, value, 0, 0);
}
