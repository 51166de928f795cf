/* flow.c: how function pointers travel: from where to where, and where they are called. See visiting.h.
 *
 *     ms.key_compare = unsafe_long_compare;      field MergeState.key_compare    <- function unsafe_long_compare
 *     binaryfunc *slot = NB_SLOT(op);            variable slot of the function   <- parameter op of the function
 *     qsort(base, n, size, compare);             parameter 3 of qsort            <- function compare
 *     return func;                               result of the function          <- variable func of it
 *     (*slot)(v, w);                             the call site                   <- variable slot of the function
 *
 * Field-based and flow-insensitive: a field is one place for all objects of its record; `&x`, `*x`, `x[i]`, casts and pointer
 * arithmetic all lead to x, and an offsetof() counts as the field that it names. So a flow is an edge between two places, and
 * link/ has only to follow them. An edge is kept if what travels is a function, or has a type that can hold a pointer to one
 * (function pointers, void pointers), or is an integer parameter or field that is handed on as it is (slots travel as
 * offsets). */
#include "crawl/flow_inside.h"

#include <string.h>

/* An integer that may be an offset on its way: a parameter or a field as it is, or offsetof() itself. */
static gboolean may_be_offset(CXCursor value)
{
    CXCursor declaration = clang_getCursorReferenced(value);
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    if (kind == CXCursor_ParmDecl || kind == CXCursor_FieldDecl)
        return TRUE;
    return clang_Cursor_isNull(declaration) && clang_getCursorKind(value) == CXCursor_UnexposedExpr;
}

/* Whether a value can bring a function along. Asked for every assignment and argument: types first, they are cheap. */
static gboolean may_carry(Visit *visit, CXType source, CXType target, CXCursor value)
{
    if (flow_is_integer(target) || flow_is_integer(source))
        return flow_is_integer(source) && may_be_offset(value);
    return flow_can_carry(visit, target) || flow_can_carry(visit, source);
}

static gboolean is_kept(const Origins *origins, const FactFlow *flow, CXType source)
{
    if (flow->from.kind == FACT_PLACE_FUNCTION || flow->from.kind == FACT_PLACE_OFFSET || !flow_is_integer(source))
        return TRUE;
    return origins->is_bare &&
           (flow->from.kind == FACT_PLACE_PARAMETER || flow->from.kind == FACT_PLACE_FIELD);
}

static void add_flows(Visit *visit, CXCursor function, const FactPlace *to, CXType target, CXCursor value)
{
    CXType source = clang_getCursorType(value);
    if (!may_carry(visit, source, target, value))
        return;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(FactFlow));
    Origins origins = {visit, function, found, TRUE};
    flow_find_origins(&origins, value);
    for (guint i = 0; i < found->len; i++) {
        FactFlow flow = g_array_index(found, FactFlow, i);
        if (!is_kept(&origins, &flow, source) || memcmp(&flow.from, to, sizeof *to) == 0)
            continue;
        flow.inside = visit->inside;
        flow.to = *to;
        flow.to_shape = flow_shape(visit, target);
        g_array_append_val(visit->facts->flows, flow);
    }
}

void flow_field(Visit *visit, CXCursor function, guint32 field, CXType type, CXCursor value)
{
    FactPlace to = {.kind = FACT_PLACE_FIELD, .symbol = field};
    add_flows(visit, function, &to, type, value);
}

static CXCursor first_child(CXCursor cursor)
{
    g_autoptr(GArray) children = cursor_children(cursor);
    return children->len > 0 ? cursor_child(children, 0) : clang_getNullCursor();
}

/* What is called: its shape after casts, and the name of its typedef, through `(*f)` too. */
static void set_type_called(Visit *visit, CXCursor call, FactSite *site)
{
    CXCursor called = first_child(call);
    site->shape = flow_shape(visit, clang_getCursorType(called));
    while (!clang_Cursor_isNull(called)) {
        CXCursor named = clang_getTypeDeclaration(clang_getCursorType(called));
        enum CXCursorKind kind = clang_getCursorKind(called);
        if (clang_getCursorKind(named) == CXCursor_TypedefDecl) {
            site->type = take_string(visit->facts, clang_getCursorSpelling(named));
            return;
        }
        if (kind != CXCursor_UnexposedExpr && kind != CXCursor_ParenExpr && kind != CXCursor_UnaryOperator)
            return;
        called = first_child(called);
    }
}

guint32 flow_site(Visit *visit, CXCursor call)
{
    unsigned offset = 0;
    Place place = sources_place(visit->sources, clang_getCursorLocation(call));
    if (!place_in_tree(&place) || visit->inside == 0)
        return 0;
    gpointer known = g_hash_table_lookup(visit->sites, &call);
    if (known != NULL)
        return GPOINTER_TO_UINT(known);
    FactSite site = {
        .caller = visit->inside, .file = place.source->path, .line = place.line, .col = place.col};
    const Expansion *expansion = g_hash_table_lookup(visit->expansions, place_key(&place));
    if (expansion != NULL) {
        clang_getFileLocation(clang_getCursorLocation(call), NULL, NULL, NULL, &offset);
        site.macro = expansion->macro;
        site.in_body = offset == place.offset;
    }
    set_type_called(visit, call, &site);
    g_array_append_val(visit->facts->sites, site);
    guint32 number = visit->facts->sites->len;
    g_hash_table_insert(visit->sites, g_memdup2(&call, sizeof call), GUINT_TO_POINTER(number));
    return number;
}

static gboolean place_of_lvalue(Visit *visit, CXCursor function, CXCursor cursor, FactPlace *place)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(FactFlow));
    Origins origins = {visit, function, found, TRUE};
    flow_find_origins(&origins, cursor);
    if (found->len == 0)
        return FALSE;
    *place = g_array_index(found, FactFlow, 0).from;
    return place->kind != FACT_PLACE_FUNCTION && place->kind != FACT_PLACE_OFFSET;
}

/* The x of &x, where no cast is in the way; else a null cursor. */
static CXCursor addressed(CXCursor value)
{
    CXType type = flow_canonical(clang_getCursorType(value));
    if (clang_getCursorKind(value) != CXCursor_UnaryOperator || type.kind != CXType_Pointer)
        return clang_getNullCursor();
    CXCursor operand = first_child(value);
    gboolean is_address = clang_equalTypes(flow_canonical(clang_getPointeeType(type)), flow_canonical(clang_getCursorType(operand)));
    return is_address ? operand : clang_getNullCursor();
}

/* Whether it can be assigned to. What a BinaryOperator compares is either read, behind a cast, or no such thing. */
static gboolean is_lvalue(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRefExpr:
    case CXCursor_ArraySubscriptExpr:
        return TRUE;
    case CXCursor_ParenExpr:
    case CXCursor_UnaryOperator: {
        g_autoptr(GArray) children = cursor_children(cursor);
        if (children->len == 0)
            return FALSE;
        CXType inner = flow_canonical(clang_getCursorType(cursor_child(children, 0)));
        if (clang_getCursorKind(cursor) == CXCursor_ParenExpr)
            return is_lvalue(cursor_child(children, 0));
        return clang_equalTypes(flow_canonical(clang_getPointeeType(inner)),
                                flow_canonical(clang_getCursorType(cursor)));
    }
    default:
        return FALSE;
    }
}

/* slot = &type->tp_call: notes that the local pointer leads there. */
static void note_pointer(Visit *visit, CXCursor function, const FactPlace *pointer, CXCursor value)
{
    CXCursor target = pointer->kind == FACT_PLACE_LOCAL ? addressed(value) : clang_getNullCursor();
    Pointed pointed = {*pointer, {0}};
    if (!clang_Cursor_isNull(target) && flow_function_behind(clang_getCursorType(target)).kind != CXType_Invalid &&
        place_of_lvalue(visit, function, target, &pointed.target))
        g_array_append_val(visit->pointed, pointed);
}

/* *slot = call: what is stored through a local pointer is stored where it leads; FALSE if that is not known. */
static gboolean add_through(Visit *visit, CXCursor function, const FactPlace *pointer, CXType type, CXCursor value)
{
    gboolean found = FALSE;
    for (guint i = 0; i < visit->pointed->len; i++) {
        const Pointed pointed = g_array_index(visit->pointed, Pointed, i);
        if (memcmp(&pointed.pointer, pointer, sizeof *pointer) != 0)
            continue;
        add_flows(visit, function, &pointed.target, type, value);
        found = TRUE;
    }
    return found;
}

static void add_assignment(Visit *visit, CXCursor function, CXCursor target, CXCursor value)
{
    FactPlace to = {0};
    CXType type = clang_getCursorType(target);
    if (!may_carry(visit, clang_getCursorType(value), type, value) || !place_of_lvalue(visit, function, target, &to))
        return;
    gboolean is_through = clang_getCursorKind(target) == CXCursor_UnaryOperator;
    if (is_through && add_through(visit, function, &to, type, value))
        return;
    if (clang_getCursorKind(target) == CXCursor_DeclRefExpr)
        note_pointer(visit, function, &to, value);
    add_flows(visit, function, &to, type, value);
}

/* va_start(list, last): what stands for "..." is in the list now. */
static void start_argument_list(Visit *visit, CXCursor function, CXCursor list)
{
    FactFlow flow = {.inside = visit->inside};
    flow_set_place(&flow.from, FACT_PLACE_PARAMETER, visit->inside, FACT_VARIADIC);
    if (place_of_lvalue(visit, function, list, &flow.to))
        g_array_append_val(visit->facts->flows, flow);
}

/* What the C library copies: memcpy(&vectorcall, (char *)callable + offset, size), va_copy(one, other). */
static void follow_library(Visit *visit, CXCursor function, CXCursor call, CXCursor callee)
{
    static const char *const COPIES[] = {"memcpy", "memmove", "__builtin_va_copy", NULL};
    CXCursor first = clang_Cursor_getArgument(call, 0);
    CXString name = clang_getCursorSpelling(callee);
    if (g_strv_contains(COPIES, clang_getCString(name)))
        add_assignment(visit, function, first, clang_Cursor_getArgument(call, 1));
    else if (strcmp(clang_getCString(name), "__builtin_va_start") == 0)
        start_argument_list(visit, function, first);
    clang_disposeString(name);
}

void flow_assign(Visit *visit, CXCursor function, CXCursor target, CXCursor value)
{
    if (is_lvalue(target))
        add_assignment(visit, function, target, value);
}

void flow_variable(Visit *visit, CXCursor function, CXCursor variable, CXType type, CXCursor value)
{
    FactPlace to = {.kind = FACT_PLACE_LOCAL, .symbol = visit->inside};
    to.name = take_string(visit->facts, clang_getCursorSpelling(variable));
    note_pointer(visit, function, &to, value);
    add_flows(visit, function, &to, type, value);
}

void flow_return(Visit *visit, CXCursor function, CXCursor value)
{
    FactPlace to = {.kind = FACT_PLACE_RESULT, .symbol = visit->inside};
    add_flows(visit, function, &to, clang_getResultType(clang_getCursorType(function)), value);
}

/* A parameter that leads to a function pointer of the caller's. */
static gboolean is_out_parameter(CXCursor argument)
{
    CXType type = flow_canonical(clang_getCursorType(argument));
    CXType inner = flow_canonical(clang_getPointeeType(type));
    return clang_getCursorKind(clang_getCursorReferenced(argument)) == CXCursor_ParmDecl && type.kind == CXType_Pointer &&
           inner.kind == CXType_Pointer && !clang_isConstQualifiedType(inner) &&
           flow_is_function(flow_canonical(clang_getPointeeType(inner)));
}

/* fill(&function): what the callee puts into its parameter is in the caller's variable afterwards; fill(more), where
 * `more` came as a parameter itself, in that, and so in the variable of a caller further out. */
static void take_back(Visit *visit, CXCursor function, const FactPlace *parameter, CXCursor argument)
{
    FactFlow flow = {.inside = visit->inside, .from = *parameter};
    CXCursor variable = addressed(argument);
    if (clang_Cursor_isNull(variable) && is_out_parameter(argument))
        variable = argument;
    if (clang_Cursor_isNull(variable) || !flow_can_carry(visit, clang_getCursorType(variable)))
        return;
    flow.own_shape = flow.to_shape = flow_shape(visit, clang_getCursorType(variable));
    if (place_of_lvalue(visit, function, variable, &flow.to))
        g_array_append_val(visit->facts->flows, flow);
}

void flow_call(Visit *visit, CXCursor function, CXCursor call, CXCursor callee)
{
    FactPlace to = {0};
    gboolean direct = clang_getCursorKind(callee) == CXCursor_FunctionDecl;
    int count = clang_Cursor_getNumArguments(call), fixed = count;
    if (direct) {
        flow_set_place(&to, FACT_PLACE_PARAMETER, symbol_of(visit, callee, NULL), 0);
        fixed = clang_getNumArgTypes(clang_getCursorType(callee));
        if (count >= 2)
            follow_library(visit, function, call, callee);
    } else {
        to = (FactPlace){.kind = FACT_PLACE_ARGUMENT, .site = flow_site(visit, call)};
        if (to.site == 0)
            return;
        g_autoptr(GArray) children = cursor_children(call);
        FactPlace site = {.kind = FACT_PLACE_SITE, .site = to.site};
        if (children->len > 0)
            add_flows(visit, function, &site, clang_getCursorType(cursor_child(children, 0)),
                      cursor_child(children, 0));
    }
    for (int i = 0; i < count; i++) {
        CXCursor argument = clang_Cursor_getArgument(call, i);
        to.number = i < fixed ? (guint32)i : FACT_VARIADIC;
        add_flows(visit, function, &to, clang_getCursorType(argument), argument);
        if (direct && i < fixed)
            take_back(visit, function, &to, argument);
    }
}
