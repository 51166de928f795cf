/* visit.c: walks the cursors of a translation unit and writes down facts. See visit.h.
 *
 * The compiler hands out the preprocessor's record first (definitions, expansions, inclusions), then the declarations;
 * so when a function is met, the macros used in it are known already, by their offsets. A symbol is entered once a
 * unit, under its canonical cursor, be it met as a definition or only mentioned; a mention has no signature and no
 * comment, the unit that owns the declaration brings them. What a name is bound to across units is merge.c's business.
 *
 * Left out: variables and types within functions, what stands in sizeof (it is never run). */
#include "crawl/visit.h"

#include "crawl/source.h"
#include "crawl/text.h"

#include <string.h>

/* A use of a macro as written in the text (not one within another macro's text). */
typedef struct Expansion {
    Place place;
    guint32 macro;   /* symbol */
    guint end;       /* offset behind it */
} Expansion;

/* A function's text, to say which function an expansion stands in. */
typedef struct Extent {
    guint32 function; /* symbol */
    guint32 source;   /* its number */
    guint start, end; /* offsets */
} Extent;

typedef struct Visit {
    CXTranslationUnit unit;
    Facts *facts;
    Sources *sources;
    GHashTable *symbols;    /* CXCursor to the symbol's place */
    GHashTable *expansions; /* place_key() to Expansion */
    GPtrArray *in_order;    /* of Expansion, as met */
    GArray *extents;        /* of Extent */
    guint32 function;       /* symbol whose body is being walked */
} Visit;

/* ---- small helpers ------------------------------------------------------------------------------------------------- */

static guint cursor_hash(gconstpointer key)
{
    return clang_hashCursor(*(const CXCursor *)key);
}

static gboolean cursor_equal(gconstpointer a, gconstpointer b)
{
    return clang_equalCursors(*(const CXCursor *)a, *(const CXCursor *)b) != 0;
}

static guint32 take_string(Facts *facts, CXString string)
{
    guint32 place = facts_string(facts, clang_getCString(string));
    clang_disposeString(string);
    return place;
}

/* Enters a text that was made for this call alone. */
static guint32 take_text(Facts *facts, char *text)
{
    guint32 place = facts_string(facts, text);
    g_free(text);
    return place;
}

static FactSymbol *symbol_at(Visit *visit, guint32 place)
{
    return &g_array_index(visit->facts->symbols, FactSymbol, place - 1);
}

static guint end_line_of(CXCursor cursor, guint *offset)
{
    guint line = 0;
    clang_getExpansionLocation(clang_getRangeEnd(clang_getCursorExtent(cursor)), NULL, &line, NULL, offset);
    return line;
}

static guint start_offset_of(CXCursor cursor)
{
    guint offset = 0;
    clang_getExpansionLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), NULL, NULL, NULL, &offset);
    return offset;
}

static FactKind kind_of(CXCursor cursor)
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

/* A record or enum without a tag stands at its keyword, one with a tag at the tag. (Its spelling would be empty or made
 * up, by the version of libclang.) */
static gboolean has_no_tag(CXCursor record, const Place *place)
{
    static const char *const keywords[] = {"struct", "union", "enum"};
    if (clang_Cursor_isAnonymous(record))
        return TRUE;
    if (place->source == NULL || place->source->text == NULL || place->offset >= place->source->size)
        return FALSE;
    const char *text = place->source->text + place->offset;
    gsize length = text_identifier(text, place->source->size - place->offset);
    for (guint i = 0; i < G_N_ELEMENTS(keywords); i++)
        if (strlen(keywords[i]) == length && strncmp(text, keywords[i], length) == 0)
            return TRUE;
    return FALSE;
}

/* `static int x;` at file level: a definition unless another one follows, and then that one was found first. */
static gboolean is_tentative(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_VarDecl && clang_Cursor_getStorageClass(cursor) != CX_SC_Extern;
}

/* ---- entering a symbol --------------------------------------------------------------------------------------------- */

/* A bare symbol: kind, name and place. */
static guint32 add_symbol(Visit *visit, CXCursor canonical, CXCursor cursor)
{
    FactSymbol symbol = {.kind = kind_of(cursor)};
    Place place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    gboolean is_record = symbol.kind == FACT_STRUCT || symbol.kind == FACT_UNION || symbol.kind == FACT_ENUM;
    if (!is_record || !has_no_tag(cursor, &place))
        symbol.name = take_string(visit->facts, clang_getCursorSpelling(cursor));
    if (place_in_tree(&place)) {
        symbol.file = place.source->path;
        symbol.line = place.line;
        symbol.col = place.col;
        symbol.end_line = end_line_of(cursor, NULL);
    }
    if (clang_getCursorLinkage(cursor) == CXLinkage_Internal)
        symbol.flags |= FACT_STATIC;
    if (symbol.kind == FACT_MACRO || clang_isCursorDefinition(cursor) || is_tentative(cursor))
        symbol.flags |= FACT_DEFINED;
    g_array_append_val(visit->facts->symbols, symbol);
    guint32 result = visit->facts->symbols->len;
    g_hash_table_insert(visit->symbols, g_memdup2(&canonical, sizeof canonical), GUINT_TO_POINTER(result));
    return result;
}

/* The symbol of a declaration, entered if need be: its definition where the unit has one, else its first declaration.
 * `*best` (may be NULL) is set to that cursor. */
static guint32 symbol_of(Visit *visit, CXCursor declaration, CXCursor *best)
{
    CXCursor canonical = clang_getCanonicalCursor(declaration);
    gpointer known = g_hash_table_lookup(visit->symbols, &canonical);
    if (known != NULL && best == NULL)
        return GPOINTER_TO_UINT(known);
    CXCursor cursor = clang_getCursorDefinition(declaration);
    if (clang_Cursor_isNull(cursor))
        cursor = canonical;
    if (best != NULL)
        *best = cursor;
    return known != NULL ? GPOINTER_TO_UINT(known) : add_symbol(visit, canonical, cursor);
}

/* The comment above and, for what a macro renames or makes, how the text has it. */
static void describe_text(Visit *visit, guint32 place, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    const Source *source = at.source;
    guint start = start_offset_of(cursor), end = 0;
    end_line_of(cursor, &end);
    FactSymbol *symbol = symbol_at(visit, place);
    if (source->text == NULL || start > source->size)
        return;
    symbol->doc = take_text(visit->facts, text_comment_above(source->text, source->size, start));
    const Expansion *expansion = g_hash_table_lookup(visit->expansions, place_key(&at));
    if (expansion == NULL)
        return;
    if (start == at.offset && end <= expansion->end)
        symbol->by_macro = symbol_at(visit, expansion->macro)->name;
    else if (expansion->end - at.offset <= 80 && expansion->end <= source->size)
        symbol->spelled = take_text(visit->facts, text_one_line(source->text + at.offset, expansion->end - at.offset));
}

static guint32 signature_by_type(Visit *visit, CXCursor cursor, const char *prefix)
{
    CXType type = clang_getCursorKind(cursor) == CXCursor_TypedefDecl ? clang_getTypedefDeclUnderlyingType(cursor)
                                                                      : clang_getCursorType(cursor);
    CXString spelling = clang_getTypeSpelling(type), name = clang_getCursorSpelling(cursor);
    const char *words = clang_getCString(spelling);
    const char *hole = clang_getCursorKind(cursor) == CXCursor_FunctionDecl ? strchr(words, '(') : NULL;
    g_autofree char *declaration = NULL;
    if (hole != NULL) {
        gboolean star = hole > words && hole[-1] == '*';
        declaration = g_strdup_printf("%.*s%s%s%s", (int)(hole - words), words, star || hole[-1] == ' ' ? "" : " ",
                                      clang_getCString(name), hole);
    } else {
        declaration = text_declare(words, clang_getCString(name));
    }
    clang_disposeString(spelling);
    clang_disposeString(name);
    return take_text(visit->facts, g_strconcat(prefix, declaration, NULL));
}

/* A function's head as the text has it, without the body. */
static guint32 function_signature(Visit *visit, guint32 place, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    guint start = start_offset_of(cursor), end = 0;
    end_line_of(cursor, &end);
    if (symbol_at(visit, place)->by_macro != 0 || at.source->text == NULL || end > at.source->size || start >= end)
        return signature_by_type(visit, cursor, "");
    const char *text = at.source->text;
    const char *body = memchr(text + start, '{', end - start);
    return take_text(visit->facts, text_one_line(text + start, body == NULL ? end - start : (gsize)(body - text - start)));
}

/* ---- records, enums, typedefs, variables --------------------------------------------------------------------------- */

static void visit_fields(Visit *visit, CXCursor record, guint32 parent, const char *prefix);

/* The record or enum that a type is made of, if it has no name of its own; else a null cursor. */
static CXCursor unnamed_record_of(CXType type)
{
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getArrayElementType(type);
    CXCursor record = clang_getTypeDeclaration(type);
    enum CXCursorKind kind = clang_getCursorKind(record);
    gboolean unnamed = (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) && clang_Cursor_isAnonymous(record);
    return unnamed ? record : clang_getNullCursor();
}

typedef struct Fields {
    Visit *visit;
    guint32 parent;
    const char *prefix; /* "u." within the member u of an unnamed union */
} Fields;

static void visit_field(Visit *visit, CXCursor cursor, guint32 parent, const char *prefix)
{
    guint32 place = symbol_of(visit, cursor, NULL);
    CXString string = clang_getCursorSpelling(cursor);
    g_autofree char *name = g_strconcat(prefix, clang_getCString(string), NULL);
    clang_disposeString(string);
    guint32 signature = signature_by_type(visit, cursor, "");
    FactSymbol *symbol = symbol_at(visit, place);
    symbol->name = facts_string(visit->facts, name);
    symbol->parent = parent;
    symbol->signature = signature;
    CXCursor inner = unnamed_record_of(clang_getCursorType(cursor));
    if (!clang_Cursor_isNull(inner)) {
        g_autofree char *path = g_strconcat(name, ".", NULL);
        visit_fields(visit, inner, parent, path);
    }
}

static void visit_record(Visit *visit, CXCursor cursor);
static void visit_enum(Visit *visit, CXCursor cursor);

static enum CXChildVisitResult visit_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    const Fields *fields = data;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FieldDecl:
        visit_field(fields->visit, cursor, fields->parent, fields->prefix);
        break;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        if (clang_Cursor_isAnonymousRecordDecl(cursor)) /* C11: its fields are the outer record's own */
            visit_fields(fields->visit, cursor, fields->parent, fields->prefix);
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

static void visit_fields(Visit *visit, CXCursor record, guint32 parent, const char *prefix)
{
    Fields fields = {visit, parent, prefix};
    clang_visitChildren(record, visit_member, &fields);
}

/* "struct _object", as its tag is written; the typedef that may name it has a signature of its own. */
static guint32 record_signature(Visit *visit, guint32 place)
{
    const FactSymbol *symbol = symbol_at(visit, place);
    const char *keyword = symbol->kind == FACT_STRUCT ? "struct" : symbol->kind == FACT_UNION ? "union" : "enum";
    const char *tag = facts_text(visit->facts, symbol->name); /* none yet where a typedef gives the name */
    return take_text(visit->facts, tag == NULL ? g_strdup(keyword) : g_strconcat(keyword, " ", tag, NULL));
}

static void visit_record(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    if (clang_Cursor_isAnonymous(cursor))
        return; /* a variable's or a typedef's: met there */
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    describe_text(visit, place, cursor);
    symbol_at(visit, place)->signature = record_signature(visit, place);
    if (clang_isCursorDefinition(cursor))
        visit_fields(visit, cursor, place, "");
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

static void visit_enum(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = 0;
    if (!clang_Cursor_isAnonymous(cursor)) {
        place = symbol_of(visit, cursor, &best);
        if (!clang_equalCursors(best, cursor))
            return;
        describe_text(visit, place, cursor);
        symbol_at(visit, place)->signature = record_signature(visit, place);
    }
    Enumerators enumerators = {visit, place};
    clang_visitChildren(cursor, visit_enumerator, &enumerators);
}

static void visit_typedef(Visit *visit, CXCursor cursor)
{
    guint32 place = symbol_of(visit, cursor, NULL);
    describe_text(visit, place, cursor);
    guint32 signature = signature_by_type(visit, cursor, "typedef ");
    CXType type = clang_getTypedefDeclUnderlyingType(cursor);
    CXCursor named = clang_getTypeDeclaration(type);
    guint32 record = 0;
    if (clang_getCanonicalType(type).kind == CXType_Record || clang_getCanonicalType(type).kind == CXType_Enum)
        if (kind_of(named) == FACT_STRUCT || kind_of(named) == FACT_UNION || kind_of(named) == FACT_ENUM)
            record = symbol_of(visit, named, NULL);
    FactSymbol *symbol = symbol_at(visit, place);
    symbol->signature = signature;
    symbol->parent = record;
    symbol->flags |= FACT_DEFINED;
    if (record != 0 && symbol_at(visit, record)->name == 0)
        symbol_at(visit, record)->name = symbol->name;
}

static void visit_variable(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    describe_text(visit, place, cursor);
    guint32 signature = signature_by_type(visit, cursor, clang_Cursor_getStorageClass(cursor) == CX_SC_Static ? "static " : "");
    symbol_at(visit, place)->signature = signature;
    CXCursor inner = unnamed_record_of(clang_getCursorType(cursor));
    if (!clang_Cursor_isNull(inner))
        visit_fields(visit, inner, place, "");
}

/* ---- functions and calls ------------------------------------------------------------------------------------------- */

static void add_call(Visit *visit, CXCursor call, CXCursor callee)
{
    CXSourceLocation location = clang_getCursorLocation(call);
    Place place = sources_place(visit->sources, location);
    CXString name = clang_getCursorSpelling(callee);
    gboolean builtin = g_str_has_prefix(clang_getCString(name), "__builtin_") ||
                       g_str_has_prefix(clang_getCString(name), "__sync_") ||
                       g_str_has_prefix(clang_getCString(name), "__atomic_");
    clang_disposeString(name);
    if (builtin || !place_in_tree(&place))
        return;
    FactCall fact = {.caller = visit->function, .callee = symbol_of(visit, callee, NULL)};
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

static enum CXChildVisitResult visit_body(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    Visit *visit = data;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_CallExpr: {
        CXCursor callee = clang_getCursorReferenced(cursor);
        if (clang_getCursorKind(callee) == CXCursor_FunctionDecl)
            add_call(visit, cursor, callee);
        return CXChildVisit_Recurse;
    }
    case CXCursor_UnaryExpr: /* sizeof, alignof */
        return CXChildVisit_Continue;
    default:
        return CXChildVisit_Recurse;
    }
}

static void visit_function(Visit *visit, CXCursor cursor)
{
    CXCursor best;
    guint32 place = symbol_of(visit, cursor, &best);
    if (!clang_equalCursors(best, cursor))
        return;
    describe_text(visit, place, cursor);
    guint32 signature = function_signature(visit, place, cursor);
    symbol_at(visit, place)->signature = signature;
    if (!clang_isCursorDefinition(cursor))
        return;
    visit->function = place;
    clang_visitChildren(cursor, visit_body, visit);
    if (symbol_at(visit, place)->by_macro != 0)
        return; /* the macro's use is at file level: it may make several functions */
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    Extent extent = {place, at.source->number, start_offset_of(cursor), 0};
    end_line_of(cursor, &extent.end);
    g_array_append_val(visit->extents, extent);
}

/* ---- the preprocessor's record ------------------------------------------------------------------------------------- */

typedef struct MacroText {
    Visit *visit;
    guint32 macro;
    const char *text; /* of the definition, from its name on */
    const char *cursor;
    guint line;
    guint col;        /* of `cursor` */
} MacroText;

static void add_word(const char *word, gsize length, gsize offset, gpointer data)
{
    MacroText *body = data;
    for (const char *target = body->text + offset; body->cursor < target; body->cursor++) {
        body->col++;
        if (*body->cursor == '\n') {
            body->line++;
            body->col = 1;
        }
    }
    g_autofree char *name = g_strndup(word, length);
    FactWord fact = {body->macro, facts_string(body->visit->facts, name), body->line, body->col};
    g_array_append_val(body->visit->facts->words, fact);
}

static void visit_macro(Visit *visit, CXCursor cursor)
{
    Place at = sources_place(visit->sources, clang_getCursorLocation(cursor));
    guint32 place = symbol_of(visit, cursor, NULL);
    describe_text(visit, place, cursor);
    guint end = 0;
    end_line_of(cursor, &end);
    if (at.source->text == NULL || end > at.source->size || at.offset >= end)
        return;
    const char *text = at.source->text + at.offset, *stop = at.source->text + end;
    const char *body = text + text_identifier(text, stop - text);
    if (clang_Cursor_isMacroFunctionLike(cursor)) {
        const char *close = memchr(body, ')', stop - body);
        if (close != NULL)
            body = close + 1;
    }
    guint32 signature = take_text(visit->facts, text_one_line(text, body - text));
    symbol_at(visit, place)->signature = signature;
    MacroText words = {visit, place, body, text, at.line, at.col};
    text_words(body, stop - body, add_word, &words);
}

static void visit_expansion(Visit *visit, CXCursor cursor)
{
    CXCursor macro = clang_getCursorReferenced(cursor);
    if (clang_Cursor_isNull(macro))
        return; /* __LINE__ and the like */
    Expansion *expansion = g_new0(Expansion, 1);
    expansion->place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    expansion->macro = symbol_of(visit, macro, NULL);
    end_line_of(cursor, &expansion->end);
    g_hash_table_insert(visit->expansions, place_key(&expansion->place), expansion);
    g_ptr_array_add(visit->in_order, expansion);
}

static void visit_inclusion(Visit *visit, CXCursor cursor, const Place *place)
{
    CXFile file = clang_getIncludedFile(cursor);
    const Source *included = file == NULL ? NULL : sources_of(visit->sources, file);
    if (included != NULL && included->path != 0) {
        FactInclude fact = {place->source->path, included->path, place->line};
        g_array_append_val(visit->facts->includes, fact);
    }
}

static void add_entered(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    Visit *visit = data;
    const Source *source = sources_of(visit->sources, file);
    if (source->path != 0)
        g_array_append_val(visit->facts->files, source->path);
}

/* ---- the unit ------------------------------------------------------------------------------------------------------ */

static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    Visit *visit = data;
    Place place = sources_place(visit->sources, clang_getCursorLocation(cursor));
    if (!place_in_tree(&place))
        return CXChildVisit_Continue;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_MacroDefinition:
        visit_macro(visit, cursor);
        break;
    case CXCursor_MacroExpansion:
        visit_expansion(visit, cursor);
        break;
    case CXCursor_InclusionDirective:
        visit_inclusion(visit, cursor, &place);
        break;
    case CXCursor_FunctionDecl:
        visit_function(visit, cursor);
        break;
    case CXCursor_VarDecl:
        visit_variable(visit, cursor);
        break;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        visit_record(visit, cursor);
        break;
    case CXCursor_EnumDecl:
        visit_enum(visit, cursor);
        break;
    case CXCursor_TypedefDecl:
        visit_typedef(visit, cursor);
        break;
    default:
        break;
    }
    return CXChildVisit_Continue;
}

static int compare_extents(gconstpointer a, gconstpointer b)
{
    const Extent *left = a, *right = b;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    return left->start < right->start ? -1 : left->start > right->start;
}

/* The function whose text holds a place; 0 if none does. */
static guint32 function_at(const Visit *visit, const Place *place)
{
    guint low = 0, high = visit->extents->len;
    while (low < high) { /* the last extent that begins at or before the place */
        guint middle = (low + high) / 2;
        const Extent *extent = &g_array_index(visit->extents, Extent, middle);
        gboolean after = extent->source != place->source->number ? extent->source > place->source->number
                                                                 : extent->start > place->offset;
        if (after)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0)
        return 0;
    const Extent *extent = &g_array_index(visit->extents, Extent, low - 1);
    return extent->source == place->source->number && place->offset < extent->end ? extent->function : 0;
}

static void add_references(Visit *visit)
{
    g_array_sort(visit->extents, compare_extents);
    for (guint i = 0; i < visit->in_order->len; i++) {
        const Expansion *expansion = g_ptr_array_index(visit->in_order, i);
        FactReference fact = {.symbol = expansion->macro, .kind = FACT_EXPAND};
        fact.inside = function_at(visit, &expansion->place);
        fact.file = expansion->place.source->path;
        fact.line = expansion->place.line;
        fact.col = expansion->place.col;
        g_array_append_val(visit->facts->references, fact);
    }
}

static void add_skipped(Visit *visit)
{
    CXSourceRangeList *ranges = clang_getAllSkippedRanges(visit->unit);
    for (guint i = 0; i < ranges->count; i++) {
        Place start = sources_place(visit->sources, clang_getRangeStart(ranges->ranges[i]));
        Place end = sources_place(visit->sources, clang_getRangeEnd(ranges->ranges[i]));
        if (place_in_tree(&start)) {
            FactRange fact = {start.source->path, start.line, end.line};
            g_array_append_val(visit->facts->skipped, fact);
        }
    }
    clang_disposeSourceRangeList(ranges);
}

static void add_diagnostics(Visit *visit)
{
    guint count = clang_getNumDiagnostics(visit->unit);
    for (guint i = 0; i < count; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(visit->unit, i);
        enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
        Place place = sources_place(visit->sources, clang_getDiagnosticLocation(diagnostic));
        if (severity >= CXDiagnostic_Error && place_in_tree(&place)) {
            FactDiagnostic fact = {.file = place.source->path, .line = place.line};
            fact.severity = severity == CXDiagnostic_Fatal;
            fact.text = take_string(visit->facts, clang_getDiagnosticSpelling(diagnostic));
            g_array_append_val(visit->facts->diagnostics, fact);
        }
        clang_disposeDiagnostic(diagnostic);
    }
}

Facts *visit_unit(CXTranslationUnit unit, const char *root)
{
    Visit visit = {.unit = unit, .facts = facts_new()};
    visit.sources = sources_new(unit, root, visit.facts);
    visit.symbols = g_hash_table_new_full(cursor_hash, cursor_equal, g_free, NULL);
    visit.expansions = g_hash_table_new(g_direct_hash, g_direct_equal);
    visit.in_order = g_ptr_array_new_with_free_func(g_free);
    visit.extents = g_array_new(FALSE, FALSE, sizeof(Extent));
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_top, &visit);
    clang_getInclusions(unit, add_entered, &visit);
    add_references(&visit);
    add_skipped(&visit);
    add_diagnostics(&visit);
    sources_free(visit.sources);
    g_hash_table_unref(visit.symbols);
    g_hash_table_unref(visit.expansions);
    g_ptr_array_unref(visit.in_order);
    g_array_unref(visit.extents);
    return visit.facts;
}
