/* body.c: what functions and initialisers do with symbols. See visiting.h.
 *
 * libclang 14 does not tell an assignment from a comparison. But it shows implicit casts (as "unexposed"
 * expressions), and the compiler puts one around whatever is read:
 *
 *     x = y          BinaryOperator( x, Unexposed( y ) )         x has none: it is written
 *     x == y         BinaryOperator( Unexposed( x ), Unexposed( y ) )
 *     f(g)           Call( Unexposed( f ), Unexposed( g ) )      a function that is not called gives its
 * address
 *
 * So the use of a name is handed down the tree, and a cast turns it into reading. Constants (enumerators)
 * have no cast; they are only ever read. */
#include "crawl/visiting.h"

#include <string.h>

typedef enum { USED_READ, USED_WRITTEN, USED_CHANGED, USED_BY_ADDRESS, USED_AS_CALLEE } Use;

/* An expression whose children are being walked. */
typedef struct Level {
    Visit *visit;
    CXCursor cursor;
    enum CXCursorKind kind;
    Use use;
    guint child;         /* how many came before */
    gboolean after_type; /* one of them named a type */
} Level;

static void walk(Visit *visit, CXCursor cursor, Use use);

/* ---- writing down ------------------------------------------------------------------------------------- */

static gboolean is_builtin(CXCursor function)
{
    static const char *const prefixes[] = {"__builtin_", "__sync_", "__atomic_"};
    CXString string = clang_getCursorSpelling(function);
    const char *name = clang_getCString(string);
    gboolean found = FALSE;
    if (name[0] == '_' && name[1] == '_')
        for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
            found |= g_str_has_prefix(name, prefixes[i]);
    clang_disposeString(string);
    return found;
}

static void add_call(Visit *visit, CXCursor call, CXCursor callee)
{
    CXSourceLocation location = clang_getCursorLocation(call);
    Place place = sources_place(visit->sources, location);
    if (visit->inside == 0 || !place_in_tree(&place) || is_builtin(callee))
        return;
    FactCall fact = {.caller = visit->inside, .callee = symbol_of(visit, callee, NULL)};
    fact.file = place.source->path;
    fact.line = place.line;
    fact.col = place.col;
    const Expansion *expansion = g_hash_table_lookup(visit->expansions, place_key(&place));
    if (expansion != NULL) {
        guint written = 0; /* for what stands in a macro's argument, the offset of the argument */
        clang_getFileLocation(location, NULL, NULL, NULL, &written);
        fact.macro = expansion->macro;
        fact.in_body = written == place.offset;
    }
    g_array_append_val(visit->facts->calls, fact);
}

static void add_reference(Visit *visit, CXCursor at, CXCursor declaration, FactReferenceKind kind)
{
    Place place = sources_place(visit->sources, clang_getCursorLocation(at));
    if (!place_in_tree(&place))
        return;
    FactReference fact = {
        .symbol = symbol_of(visit, declaration, NULL), .kind = kind, .inside = visit->inside};
    fact.file = place.source->path;
    fact.line = place.line;
    fact.col = place.col;
    g_array_append_val(visit->facts->references, fact);
}

static void add_use(Visit *visit, CXCursor at, CXCursor declaration, Use use)
{
    if (use == USED_READ || use == USED_CHANGED || use == USED_AS_CALLEE)
        add_reference(visit, at, declaration, FACT_READ);
    if (use == USED_WRITTEN || use == USED_CHANGED)
        add_reference(visit, at, declaration, FACT_WRITE);
    if (use == USED_BY_ADDRESS)
        add_reference(visit, at, declaration, FACT_ADDRESS);
}

static void add_string(Visit *visit, CXCursor cursor)
{
    Place place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    if (!place_in_tree(&place))
        return;
    FactString fact = {
        .inside = visit->inside, .file = place.source->path, .line = place.line, .col = place.col};
    fact.text = take_string(visit->facts, clang_getCursorSpelling(cursor));
    g_array_append_val(visit->facts->literals, fact);
}

/* ---- names -------------------------------------------------------------------------------------------- */

static gboolean is_at_file_level(CXCursor declaration)
{
    return clang_getCursorKind(clang_getCursorSemanticParent(declaration)) == CXCursor_TranslationUnit;
}

/* A name that stands for a function, a variable or a constant; local ones are passed over. */
static void visit_name(Visit *visit, CXCursor cursor, Use use)
{
    CXCursor declaration = clang_getCursorReferenced(cursor);
    switch (clang_getCursorKind(declaration)) {
    case CXCursor_FunctionDecl:
        if (use != USED_AS_CALLEE && !is_builtin(declaration)) /* a call says it all */
            add_reference(visit, cursor, declaration, FACT_ADDRESS);
        break;
    case CXCursor_VarDecl:
        if (is_at_file_level(declaration))
            add_use(visit, cursor, declaration, use);
        break;
    case CXCursor_EnumConstantDecl:
        add_reference(visit, cursor, declaration, FACT_READ);
        break;
    default:
        break;
    }
}

static void visit_member_name(Visit *visit, CXCursor cursor, Use use)
{
    CXCursor declaration = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(declaration) == CXCursor_FieldDecl && field_is_named(declaration))
        add_use(visit, cursor, declaration, use);
}

static void visit_type_name(Visit *visit, CXCursor cursor)
{
    CXCursor declaration = clang_getCursorReferenced(cursor);
    if (cursor_fact_kind(declaration) == 0)
        return;
    Place place = sources_place(visit->sources, clang_getCursorLocation(declaration));
    if (place_in_tree(&place)) /* int64_t and size_t are everywhere, and nobody asks */
        add_reference(visit, cursor, declaration, FACT_TYPE);
}

/* ---- the walk ----------------------------------------------------------------------------------------- */

static gboolean is_pointer_to(CXType pointer, CXType type)
{
    CXType pointee = clang_getPointeeType(clang_getCanonicalType(pointer));
    return pointee.kind != CXType_Invalid &&
           clang_equalTypes(clang_getCanonicalType(pointee), clang_getCanonicalType(type));
}

/* What the expression around it does with a child. */
static Use use_of_child(const Level *level, CXCursor child)
{
    gboolean is_cast = clang_getCursorKind(child) == CXCursor_UnexposedExpr;
    switch (level->kind) {
    case CXCursor_ParenExpr:
        return level->use;
    case CXCursor_UnexposedExpr:
        if (clang_getCursorKind(child) == CXCursor_MemberRef) /* offsetof(T, x), or `.x = …` */
            return level->after_type ? USED_BY_ADDRESS : USED_WRITTEN;
        /* an implicit cast; an array is passed through it to what is done with its
                                    elements */
        if (level->use == USED_AS_CALLEE)
            return USED_AS_CALLEE;
        return clang_getArrayElementType(clang_getCursorType(child)).kind != CXType_Invalid ? level->use
                                                                                            : USED_READ;
    case CXCursor_CallExpr:
        return level->child == 0 ? USED_AS_CALLEE : USED_READ;
    case CXCursor_BinaryOperator: /* an array on the left, which has a cast, is not assigned to: array + 1 */
        return level->child == 0 && !is_cast ? USED_WRITTEN : USED_READ;
    case CXCursor_CompoundAssignOperator:
        return level->child == 0 ? USED_CHANGED : USED_READ;
    case CXCursor_UnaryOperator: /* &x, or ++x: other operators have a cast around x, which only *array passes on */
        if (is_cast)
            return level->use;
        return is_pointer_to(clang_getCursorType(level->cursor), clang_getCursorType(child)) ? USED_BY_ADDRESS
                                                                                             : USED_CHANGED;
    case CXCursor_MemberRefExpr:
    case CXCursor_ArraySubscriptExpr:
        return level->child == 0 ? level->use : USED_READ;
    default:
        return USED_READ;
    }
}

/* ---- how function pointers travel: see flow.c --------------------------------------------------------- */

static enum CXChildVisitResult first_two(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    CXCursor *pair = data;
    gboolean is_first = clang_Cursor_isNull(pair[0]);
    pair[is_first ? 0 : 1] = cursor;
    return is_first ? CXChildVisit_Continue : CXChildVisit_Break;
}

static enum CXChildVisitResult last_one(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

/* An assignment, or a comparison of what no function is in. */
static void follow_assignment(Visit *visit, CXCursor cursor)
{
    CXCursor pair[2] = {clang_getNullCursor(), clang_getNullCursor()};
    clang_visitChildren(cursor, first_two, pair);
    if (!clang_Cursor_isNull(pair[1]))
        flow_assign(visit, visit->body, pair[0], pair[1]);
}

static void follow_variable(Visit *visit, CXCursor cursor)
{
    CXCursor value = clang_getNullCursor();
    clang_visitChildren(cursor, last_one, &value);
    if (clang_getCursorKind(value) == CXCursor_InitListExpr)
        visit_initialiser(visit, cursor, 0, visit->body);
    else if (clang_isExpression(clang_getCursorKind(value)))
        flow_variable(visit, visit->body, cursor, clang_getCursorType(cursor), value);
}

static void follow(Visit *visit, CXCursor cursor, enum CXCursorKind kind)
{
    if (clang_Cursor_isNull(visit->body))
        return;
    if (kind == CXCursor_BinaryOperator || kind == CXCursor_CompoundAssignOperator) {
        follow_assignment(visit, cursor);
    } else if (kind == CXCursor_VarDecl) {
        follow_variable(visit, cursor);
    } else if (kind == CXCursor_CompoundLiteralExpr) {
        visit_initialiser(visit, cursor, 0, visit->body);
    } else if (kind == CXCursor_ReturnStmt) {
        CXCursor value = clang_getNullCursor();
        clang_visitChildren(cursor, last_one, &value);
        if (!clang_Cursor_isNull(value))
            flow_return(visit, visit->body, value);
    }
}

/* ---- the walk, continued ------------------------------------------------------------------------------ */

/* Whether it stands in the typeof of a variable's declaration, which is never run. (The bounds of an array are
 * expressions in its type as well, and may be.) */
static gboolean is_in_typeof(const Level *level, CXCursor child)
{
    return level->kind == CXCursor_VarDecl && clang_isExpression(clang_getCursorKind(child)) &&
           clang_getArrayElementType(clang_getCursorType(level->cursor)).kind == CXType_Invalid &&
           !clang_equalCursors(child, clang_Cursor_getVarDeclInitializer(level->cursor));
}

static enum CXChildVisitResult visit_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    Level *level = data;
    if (is_in_typeof(level, cursor))
        return CXChildVisit_Continue;
    walk(level->visit, cursor, use_of_child(level, cursor));
    level->after_type |= clang_getCursorKind(cursor) == CXCursor_TypeRef;
    level->child++;
    return CXChildVisit_Continue;
}

static void walk_children(Visit *visit, CXCursor cursor, enum CXCursorKind kind, Use use)
{
    Level level = {visit, cursor, kind, use, 0, FALSE};
    clang_visitChildren(cursor, visit_child, &level);
}

static enum CXChildVisitResult take_first(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Break;
}

/* (The compiler says nothing for `(f)(x)`, and for `f(x)(y)` it says f.) */
CXCursor called_by(CXCursor call)
{
    CXCursor callee = call;
    enum CXCursorKind kind;
    do {
        CXCursor inner = clang_getNullCursor();
        clang_visitChildren(callee, take_first, &inner);
        callee = inner;
        kind = clang_getCursorKind(callee);
    } while (kind == CXCursor_ParenExpr || kind == CXCursor_UnexposedExpr || kind == CXCursor_UnaryOperator);
    gboolean is_name = kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr;
    return is_name ? clang_getCursorReferenced(callee) : clang_getNullCursor();
}

static void walk(Visit *visit, CXCursor cursor, Use use)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    switch (kind) {
    case CXCursor_DeclRefExpr:
        visit_name(visit, cursor, use);
        return;
    case CXCursor_MemberRefExpr:
        visit_member_name(visit, cursor, use);
        break;
    case CXCursor_MemberRef:
        visit_member_name(visit, cursor, use);
        return;
    case CXCursor_TypeRef:
        visit_type_name(visit, cursor);
        return;
    case CXCursor_StringLiteral:
        add_string(visit, cursor);
        return;
    case CXCursor_UnaryExpr: /* sizeof, alignof */
        return;
    case CXCursor_CallExpr: {
        CXCursor callee = called_by(cursor);
        if (clang_getCursorKind(callee) == CXCursor_FunctionDecl)
            add_call(visit, cursor, callee);
        if (!clang_Cursor_isNull(visit->body))
            flow_call(visit, visit->body, cursor, callee);
        break;
    }
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
    case CXCursor_EnumDecl:
        return; /* met by itself */
    default:
        break;
    }
    follow(visit, cursor, kind);
    walk_children(visit, cursor, kind, use);
}

void visit_body(Visit *visit, CXCursor cursor, guint32 inside)
{
    guint32 outer = visit->inside;
    visit->inside = inside;
    visit->body = cursor_fact_kind(cursor) == FACT_FUNCTION ? cursor : clang_getNullCursor();
    walk_children(visit, cursor, clang_getCursorKind(cursor), USED_READ);
    visit->inside = outer;
}
