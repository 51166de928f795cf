/* ask.c: asks the compiler what a text declares. See ask.h.
 *
 * One parse without function bodies, one visit. Records without a name hand their fields to what they stand
 * in, as C does: `struct { struct { int a; }; } s` has a field s.a. A record known by a typedef alone goes by
 * that.
 */
#include "crawl/ask.h"

#include <clang-c/Index.h>
#include <string.h>

static const char name_of_source[] = "cpyread-asks.c"; /* never on disk */

typedef struct Answer {
    GHashTable *strings;
    const char *record; /* the one whose fields are visited: "struct stat" */
} Answer;

static void say(Answer *answer, const char *what, CXString name)
{
    g_hash_table_add(answer->strings, g_strconcat(what, clang_getCString(name), NULL));
    clang_disposeString(name);
}

static enum CXChildVisitResult visit_field(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    Answer *answer = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_FieldDecl) {
        g_autofree char *what = g_strconcat("field ", answer->record, ".", NULL);
        say(answer, what, clang_getCursorSpelling(cursor));
    } else if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) &&
               clang_Cursor_isAnonymous(cursor)) {
        clang_visitChildren(cursor, visit_field, data);
    }
    return CXChildVisit_Continue;
}

static void say_fields(Answer *answer, CXCursor record, const char *name)
{
    Answer inner = {answer->strings, name};
    clang_visitChildren(record, visit_field, &inner);
}

/* "struct stat"; a record without a tag has the typedef's name in its type's spelling, or a place, which
 * nobody asks for. */
static void say_record(Answer *answer, CXCursor cursor)
{
    CXString spelling = clang_getTypeSpelling(clang_getCursorType(cursor));
    g_autofree char *name = g_strdup(clang_getCString(spelling));
    say(answer, "type ", spelling);
    say_fields(answer, cursor, name);
}

static void say_typedef(Answer *answer, CXCursor cursor)
{
    CXString spelling = clang_getCursorSpelling(cursor);
    g_autofree char *name = g_strdup(clang_getCString(spelling));
    say(answer, "type ", spelling);
    CXCursor under =
        clang_getTypeDeclaration(clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(cursor)));
    enum CXCursorKind kind = clang_getCursorKind(under);
    if (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl)
        say_fields(answer, under, name);
}

static void say_value(Answer *answer, CXCursor cursor)
{
    CXString spelling = clang_getCursorSpelling(cursor);
    g_hash_table_add(answer->strings, g_strdup_printf("value %s=%lld", clang_getCString(spelling),
                                                      clang_getEnumConstantDeclValue(cursor)));
    clang_disposeString(spelling);
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl:
        say(data, "function ", clang_getCursorSpelling(cursor));
        break;
    case CXCursor_VarDecl:
        say(data, "variable ", clang_getCursorSpelling(cursor));
        break;
    case CXCursor_MacroDefinition:
        say(data, "macro ", clang_getCursorSpelling(cursor));
        break;
    case CXCursor_TypedefDecl:
        say_typedef(data, cursor);
        break;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        say_record(data, cursor);
        break;
    case CXCursor_EnumDecl:
        return CXChildVisit_Recurse;
    case CXCursor_EnumConstantDecl:
        say_value(data, cursor);
        break;
    default:
        break;
    }
    return CXChildVisit_Continue;
}

/* `arguments` and -ferror-limit=0: what follows the twentieth error counts as well. */
static GPtrArray *all_arguments(const char *const *arguments)
{
    GPtrArray *all = g_ptr_array_new();
    for (gsize i = 0; arguments[i] != NULL; i++)
        g_ptr_array_add(all, (char *)arguments[i]);
    g_ptr_array_add(all, "-ferror-limit=0");
    return all;
}

GHashTable *ask_compiler(const char *source, const char *const *arguments, gpointer data, GError **error)
{
    (void)data;
    struct CXUnsavedFile unsaved = {name_of_source, source, strlen(source)};
    g_autoptr(GPtrArray) all = all_arguments(arguments);
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit = NULL;
    enum CXErrorCode code = clang_parseTranslationUnit2(
        index, name_of_source, (const char *const *)all->pdata, all->len, &unsaved, 1,
        CXTranslationUnit_DetailedPreprocessingRecord | CXTranslationUnit_SkipFunctionBodies |
            CXTranslationUnit_KeepGoing,
        &unit);
    Answer answer = {NULL, NULL};
    if (code == CXError_Success) {
        answer.strings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, &answer);
        clang_disposeTranslationUnit(unit);
    } else {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "libclang cannot ask about this machine (error %d)", code);
    }
    clang_disposeIndex(index);
    return answer.strings;
}
