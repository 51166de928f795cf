/* symbols.c: enters symbols, and says of each what the compiler and the text know. See visiting.h.
 *
 * A symbol is entered once a unit, under its canonical cursor, be it met as a definition or only mentioned; a
 * mention has no signature and no comment, the unit that owns the declaration brings them. */
#include "crawl/text.h"
#include "crawl/visiting.h"

#include <string.h>

/* ---- small helpers ------------------------------------------------------------------------------------ */

static guint cursor_hash(gconstpointer key)
{
    return clang_hashCursor(*(const CXCursor *)key);
}

static gboolean cursor_equal(gconstpointer a, gconstpointer b)
{
    return clang_equalCursors(*(const CXCursor *)a, *(const CXCursor *)b) != 0;
}

GHashTable *cursor_table(void)
{
    return g_hash_table_new_full(cursor_hash, cursor_equal, g_free, NULL);
}

guint32 take_string(Facts *facts, CXString string)
{
    guint32 place = facts_string(facts, clang_getCString(string));
    clang_disposeString(string);
    return place;
}

guint32 take_text(Facts *facts, char *text)
{
    guint32 place = facts_string(facts, text);
    g_free(text);
    return place;
}

FactSymbol *symbol_at(Visit *visit, guint32 place)
{
    return &g_array_index(visit->facts->symbols, FactSymbol, place - 1);
}

guint cursor_end(CXCursor cursor, guint *line)
{
    guint offset = 0;
    clang_getExpansionLocation(clang_getRangeEnd(clang_getCursorExtent(cursor)), NULL, line, NULL, &offset);
    return offset;
}

guint cursor_start(CXCursor cursor)
{
    guint offset = 0;
    clang_getExpansionLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), NULL, NULL, NULL, &offset);
    return offset;
}

FactKind cursor_fact_kind(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl:
        return FACT_FUNCTION;
    case CXCursor_MacroDefinition:
        return FACT_MACRO;
    case CXCursor_StructDecl:
        return FACT_STRUCT;
    case CXCursor_UnionDecl:
        return FACT_UNION;
    case CXCursor_EnumDecl:
        return FACT_ENUM;
    case CXCursor_EnumConstantDecl:
        return FACT_ENUMERATOR;
    case CXCursor_FieldDecl:
        return FACT_FIELD;
    case CXCursor_TypedefDecl:
        return FACT_TYPEDEF;
    case CXCursor_VarDecl:
        return FACT_VARIABLE;
    default:
        return 0;
    }
}

/* Whether a record or enum has no tag of its own. (Its spelling would be empty or made up, by the version of libclang; so
 * its USR tells: "c:@SA@PyObject" is named by a typedef, "c:@S@_object" by its tag.) */
static gboolean has_no_tag(CXCursor record)
{
    if (clang_Cursor_isAnonymous(record))
        return TRUE;
    CXString string = clang_getCursorUSR(record);
    const char *usr = clang_getCString(string);
    const char *name = strrchr(usr, '@');
    gboolean by_typedef = name != NULL && name - usr >= 3 && name[-1] == 'A' && name[-3] == '@';
    clang_disposeString(string);
    return by_typedef;
}

/* `static int x;` at file level: a definition unless another one follows, and then that one was found first. */
static gboolean is_tentative(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_VarDecl &&
           clang_Cursor_getStorageClass(cursor) != CX_SC_Extern;
}

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    g_array_append_val((GArray *)data, cursor);
    return CXChildVisit_Continue;
}

GArray *cursor_children(CXCursor cursor)
{
    GArray *children = g_array_new(FALSE, FALSE, sizeof(CXCursor));
    clang_visitChildren(cursor, collect, children);
    return children;
}

CXCursor cursor_child(const GArray *children, guint place)
{
    return g_array_index(children, CXCursor, place);
}

/* ---- entering a symbol -------------------------------------------------------------------------------- */

static void remember(Visit *visit, CXCursor cursor, guint32 place)
{
    g_hash_table_insert(visit->symbols, g_memdup2(&cursor, sizeof cursor), GUINT_TO_POINTER(place));
}

/* ---- fields of records without a name ---------------------------------------------------------------------------- */

static gboolean is_record(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl;
}

typedef struct Search {
    CXCursor record;
    CXCursor member; /* the one whose type it is */
} Search;

static enum CXChildVisitResult find_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    Search *search = data;
    CXType type = clang_getCursorType(cursor);
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getArrayElementType(type);
    if (clang_getCursorKind(cursor) != CXCursor_FieldDecl ||
        !clang_equalCursors(clang_getTypeDeclaration(type), search->record))
        return CXChildVisit_Continue;
    search->member = cursor;
    return CXChildVisit_Break;
}

/* What stands ahead of the names of a record's fields: "u." where it is the type of the member u, else "". A field that
 * is met in a precompiled header has to be named as its record's own visit names it. */
static char *prefix_of_fields(CXCursor record)
{
    CXCursor outer = clang_getCursorSemanticParent(record);
    if (!is_record(record) || !is_record(outer) || !clang_Cursor_isAnonymous(record))
        return g_strdup("");
    g_autofree char *prefix = prefix_of_fields(outer);
    Search search = {record, clang_getNullCursor()};
    if (!clang_Cursor_isAnonymousRecordDecl(record))
        clang_visitChildren(outer, find_member, &search);
    if (clang_Cursor_isNull(search.member))
        return g_steal_pointer(&prefix);
    CXString name = clang_getCursorSpelling(search.member);
    char *longer = g_strconcat(prefix, clang_getCString(name), ".", NULL);
    clang_disposeString(name);
    return longer;
}

/* libclang 19 makes up a spelling, with a path in it. */
gboolean field_is_named(CXCursor field)
{
    return !clang_Cursor_isAnonymousRecordDecl(clang_getTypeDeclaration(clang_getCursorType(field)));
}

static guint32 name_of(Visit *visit, CXCursor cursor)
{
    CXString name = clang_getCursorSpelling(cursor);
    if (clang_getCursorKind(cursor) != CXCursor_FieldDecl)
        return take_string(visit->facts, name);
    g_autofree char *prefix = prefix_of_fields(clang_getCursorSemanticParent(cursor));
    char *whole = g_strconcat(prefix, clang_getCString(name), NULL);
    clang_disposeString(name);
    return take_text(visit->facts, whole);
}

/* A bare symbol: kind, name and place. */
static guint32 add_symbol(Visit *visit, CXCursor canonical, CXCursor cursor)
{
    FactSymbol symbol = {.kind = cursor_fact_kind(cursor)};
    Place place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    gboolean may_lack_tag = is_record(cursor) || symbol.kind == FACT_ENUM;
    if (!may_lack_tag || !has_no_tag(cursor))
        symbol.name = name_of(visit, cursor);
    if (place_in_tree(&place)) {
        symbol.file = place.source->path;
        symbol.line = place.line;
        symbol.col = place.col;
        cursor_end(cursor, &symbol.end_line);
    }
    if (clang_getCursorLinkage(cursor) == CXLinkage_Internal)
        symbol.flags |= FACT_STATIC;
    if (symbol.kind == FACT_MACRO || clang_isCursorDefinition(cursor) || is_tentative(cursor))
        symbol.flags |= FACT_DEFINED;
    g_array_append_val(visit->facts->symbols, symbol);
    guint32 result = visit->facts->symbols->len;
    remember(visit, canonical, result);
    return result;
}

guint32 symbol_of(Visit *visit, CXCursor declaration, CXCursor *best)
{
    gpointer known = g_hash_table_lookup(visit->symbols, &declaration);
    if (known != NULL && best == NULL)
        return GPOINTER_TO_UINT(known);
    CXCursor canonical = clang_getCanonicalCursor(declaration);
    guint32 place = GPOINTER_TO_UINT(g_hash_table_lookup(visit->symbols, &canonical));
    if (place == 0 || best != NULL) {
        CXCursor cursor = clang_getCursorDefinition(declaration);
        if (clang_Cursor_isNull(cursor))
            cursor = canonical;
        if (best != NULL)
            *best = cursor;
        if (place == 0)
            place = add_symbol(visit, canonical, cursor);
    }
    if (known == NULL && !clang_equalCursors(declaration, canonical))
        remember(visit, declaration, place); /* asked for by this one, it will be again */
    return place;
}

/* How much of a macro's use is the name: all of `STRINGLIB(find)(…)` before the parameters, but only `Module` of
 * `Module(asdl_seq *body, …)`, where the macro has taken the parameters as its arguments. */
static gsize spelled_length(CXCursor cursor, const Place *at, gsize whole)
{
    unsigned offset = 0;
    if (clang_Cursor_getNumArguments(cursor) <= 0)
        return whole;
    clang_getExpansionLocation(clang_getCursorLocation(clang_Cursor_getArgument(cursor, 0)), NULL, NULL, NULL,
                               &offset);
    return offset == at->offset ? text_identifier(at->source->text + at->offset, whole) : whole;
}

void symbol_describe(Visit *visit, guint32 place, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    const Source *source = at.source;
    guint start = cursor_start(cursor), end = cursor_end(cursor, NULL);
    FactSymbol *symbol = symbol_at(visit, place);
    if (!source_load(source) || start > source->size)
        return;
    symbol->doc = take_text(visit->facts, text_comment_above(source->text, source->size, start));
    const Expansion *expansion = g_hash_table_lookup(visit->expansions, place_key(&at));
    if (expansion == NULL)
        return;
    guint use_end = cursor_end(expansion->cursor, NULL);
    if (start == at.offset && end <= use_end)
        symbol->by_macro = symbol_at(visit, expansion->macro)->name;
    else if (use_end <= source->size)
        symbol->spelled = take_text(
            visit->facts, text_one_line(source->text + at.offset, spelled_length(cursor, &at, use_end - at.offset)));
}

guint32 symbol_signature(Visit *visit, CXCursor cursor, const char *prefix)
{
    CXType type = clang_getCursorKind(cursor) == CXCursor_TypedefDecl
                      ? clang_getTypedefDeclUnderlyingType(cursor)
                      : clang_getCursorType(cursor);
    CXString spelling = clang_getTypeSpelling(type), name = clang_getCursorSpelling(cursor);
    const char *words = clang_getCString(spelling);
    const char *hole = clang_getCursorKind(cursor) == CXCursor_FunctionDecl ? strchr(words, '(') : NULL;
    g_autofree char *declaration = NULL;
    if (hole != NULL) {
        gboolean star = hole > words && hole[-1] == '*';
        declaration = g_strdup_printf("%.*s%s%s%s", (int)(hole - words), words,
                                      star || hole[-1] == ' ' ? "" : " ", clang_getCString(name), hole);
    } else {
        declaration = text_declare(words, clang_getCString(name));
    }
    clang_disposeString(spelling);
    clang_disposeString(name);
    return take_text(visit->facts, g_strconcat(prefix, declaration, NULL));
}

guint32 symbol_function_signature(Visit *visit, guint32 place, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    guint start = cursor_start(cursor), end = cursor_end(cursor, NULL);
    if (symbol_at(visit, place)->by_macro != 0 || !source_load(at.source) || end > at.source->size ||
        start >= end)
        return symbol_signature(visit, cursor, "");
    const char *head = at.source->text + start;
    const char *body = memchr(head, '{', end - start);
    gsize length = body == NULL ? end - start : (gsize)(body - head);
    if (memchr(head, '#', length) != NULL) /* one head for each side of an #if */
        return symbol_signature(visit, cursor, "");
    return take_text(visit->facts, text_one_line(head, length));
}
