/* declarations.c: records, enums, typedefs, variables and functions at file level. See visiting.h.
 *
 * Of several declarations of a thing only the best is described: its definition, where the unit has one. */
#include "crawl/text.h"
#include "crawl/visiting.h"

#include <string.h>

/* ---- records, enums, typedefs, variables -------------------------------------------------------------- */

/* Where a record's fields are to go. */
typedef struct Fields {
    Visit *visit;
    guint32 parent;
    const char *prefix; /* "u." within the member u of an unnamed union */
    CXType record;
    guint32 offset; /* of that member in the outermost record, in bits */
} Fields;

static void visit_fields(const Fields *fields, CXCursor record);

/* The record or enum that a type is made of, if it has no name of its own; else a null cursor. */
static CXCursor unnamed_record_of(CXType type)
{
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getArrayElementType(type);
    CXCursor record = clang_getTypeDeclaration(type);
    enum CXCursorKind kind = clang_getCursorKind(record);
    gboolean unnamed =
        (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) && clang_Cursor_isAnonymous(record);
    return unnamed ? record : clang_getNullCursor();
}

/* The size of a type; 0 where it has none, as at the open end of a record. */
static guint32 bits_of(CXType type)
{
    long long size = clang_Type_getSizeOf(type);
    return size < 0 || size > G_MAXINT32 / 8 ? 0 : (guint32)size * 8;
}

/* As FactSymbol says it. By name in the record, which also looks into what C11 lets go without one. */
static void lay_out_field(const Fields *fields, CXCursor cursor, const char *spelling, FactSymbol *symbol)
{
    long long offset = clang_Type_getOffsetOf(fields->record, spelling);
    if (offset >= 0 && offset < G_MAXINT32)
        symbol->offset = fields->offset + (guint32)offset + 1;
    symbol->bits = clang_Cursor_isBitField(cursor) ? (guint32)clang_getFieldDeclBitWidth(cursor)
                                                   : bits_of(clang_getCursorType(cursor));
}

static void visit_field(const Fields *fields, CXCursor cursor)
{
    Visit *visit = fields->visit;
    CXString string = clang_getCursorSpelling(cursor);
    g_autofree char *spelling = g_strdup(clang_getCString(string));
    clang_disposeString(string);
    if (*spelling == '\0')
        return; /* bits that are left free: unsigned int :24 */
    g_autofree char *name = g_strconcat(fields->prefix, spelling, NULL);
    guint32 place = symbol_of(visit, cursor, NULL);
    guint32 signature = symbol_signature(visit, cursor, "");
    FactSymbol *symbol = symbol_at(visit, place);
    lay_out_field(fields, cursor, spelling, symbol);
    guint32 offset = MAX(symbol->offset, 1) - 1;
    symbol->name = facts_string(visit->facts, name);
    symbol->parent = fields->parent;
    symbol->signature = signature;
    visit_body(visit, cursor, fields->parent);
    CXCursor inner = unnamed_record_of(clang_getCursorType(cursor));
    if (!clang_Cursor_isNull(inner)) {
        g_autofree char *path = g_strconcat(name, ".", NULL);
        Fields within = {visit, fields->parent, path, clang_getCursorType(inner), offset};
        visit_fields(&within, inner);
    }
}

static enum CXChildVisitResult visit_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    const Fields *fields = data;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FieldDecl:
        visit_field(fields, cursor);
        break;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        if (clang_Cursor_isAnonymousRecordDecl(cursor)) /* C11: its fields are the outer record's own */
            visit_fields(fields, cursor);
        else if (!clang_Cursor_isAnonymous(cursor))
            visit_record(fields->visit, cursor);
        break;
    case CXCursor_EnumDecl:
        visit_enum(fields->visit, cursor);
        break;
    default:
        break;
    }
    return CXChildVisit_Continue;
}

static void visit_fields(const Fields *fields, CXCursor record)
{
    clang_visitChildren(record, visit_member, (CXClientData)fields);
}

/* The fields of a record of its own, or of a variable that has one without a name. */
static void visit_all_fields(Visit *visit, CXCursor record, guint32 parent)
{
    Fields fields = {visit, parent, "", clang_getCursorType(record), 0};
    visit_fields(&fields, record);
}

/* "struct _object", as its tag is written; the typedef that may name it has a signature of its own. */
static guint32 record_signature(Visit *visit, guint32 place)
{
    const FactSymbol *symbol = symbol_at(visit, place);
    const char *keyword = symbol->kind == FACT_STRUCT  ? "struct"
                          : symbol->kind == FACT_UNION ? "union"
                                                       : "enum";
    const char *tag = facts_text(visit->facts, symbol->name); /* none yet where a typedef gives the name */
    return take_text(visit->facts, tag == NULL ? g_strdup(keyword) : g_strconcat(keyword, " ", tag, NULL));
}

void visit_record(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    if (clang_Cursor_isAnonymous(cursor))
        return; /* a variable's or a typedef's: met there */
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    symbol_describe(visit, place, cursor);
    symbol_at(visit, place)->signature = record_signature(visit, place);
    if (!clang_isCursorDefinition(cursor))
        return;
    symbol_at(visit, place)->bits = bits_of(clang_getCursorType(cursor));
    visit_all_fields(visit, cursor, place);
}

typedef struct Enumerators {
    Visit *visit;
    guint32 parent;
} Enumerators;

static enum CXChildVisitResult visit_enumerator(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    const Enumerators *enumerators = data;
    if (clang_getCursorKind(cursor) == CXCursor_EnumConstantDecl) {
        Visit *visit = enumerators->visit;
        guint32 place = symbol_of(visit, cursor, NULL);
        FactSymbol *symbol = symbol_at(visit, place);
        symbol->parent = enumerators->parent;
        symbol->flags |= FACT_DEFINED;
        symbol->signature =
            take_text(visit->facts, g_strdup_printf("%s = %lld", facts_text(visit->facts, symbol->name),
                                                    clang_getEnumConstantDeclValue(cursor)));
    }
    return CXChildVisit_Continue;
}

void visit_enum(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = 0;
    if (!clang_Cursor_isAnonymous(cursor)) {
        place = symbol_of(visit, cursor, &best);
        if (!clang_equalCursors(best, cursor))
            return;
        symbol_describe(visit, place, cursor);
        symbol_at(visit, place)->signature = record_signature(visit, place);
    }
    Enumerators enumerators = {visit, place};
    clang_visitChildren(cursor, visit_enumerator, &enumerators);
}

void visit_typedef(Visit *visit, CXCursor cursor)
{
    guint32 place = symbol_of(visit, cursor, NULL);
    symbol_describe(visit, place, cursor);
    guint32 signature = symbol_signature(visit, cursor, "typedef ");
    CXType type = clang_getTypedefDeclUnderlyingType(cursor);
    CXCursor named = clang_getTypeDeclaration(type);
    guint32 record = 0;
    if (clang_getCanonicalType(type).kind == CXType_Record ||
        clang_getCanonicalType(type).kind == CXType_Enum)
        if (cursor_fact_kind(named) == FACT_STRUCT || cursor_fact_kind(named) == FACT_UNION ||
            cursor_fact_kind(named) == FACT_ENUM)
            record = symbol_of(visit, named, NULL);
    FactSymbol *symbol = symbol_at(visit, place);
    symbol->signature = signature;
    symbol->parent = record;
    symbol->flags |= FACT_DEFINED;
    if (record != 0 && symbol_at(visit, record)->name == 0)
        symbol_at(visit, record)->name = symbol->name;
}

void visit_variable(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    symbol_describe(visit, place, cursor);
    guint32 signature = symbol_signature(
        visit, cursor, clang_Cursor_getStorageClass(cursor) == CX_SC_Static ? "static " : "");
    symbol_at(visit, place)->signature = signature;
    visit_body(visit, cursor, place);
    visit_initialiser(visit, cursor, place, clang_getNullCursor());
    CXCursor inner = unnamed_record_of(clang_getCursorType(cursor));
    if (!clang_Cursor_isNull(inner))
        visit_all_fields(visit, inner, place);
}

/* ---- functions ---------------------------------------------------------------------------------------- */

void visit_function(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    symbol_describe(visit, place, cursor);
    guint32 signature = symbol_function_signature(visit, place, cursor);
    symbol_at(visit, place)->signature = signature;
    visit_body(visit, cursor, place);
    if (!clang_isCursorDefinition(cursor) || symbol_at(visit, place)->by_macro != 0)
        return; /* a macro's use is at file level: it may make several functions */
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    Extent extent = {place, at.source->number, cursor_start(cursor), cursor_end(cursor, NULL)};
    g_array_append_val(visit->extents, extent);
}
