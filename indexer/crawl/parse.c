/* parse.c: talks to libclang. See parse.h.
 *
 * The current folder is the checkout, so all names are relative to it and nothing in the facts depends on
 * where it lies. Warnings are of no use here; a header that is missing costs that header alone (KeepGoing).
 */
#include "crawl/parse.h"

#include "crawl/inputs.h"
#include "crawl/source.h"
#include "crawl/visit.h"

#include <string.h>

#define PARSE_ERROR (g_quark_from_static_string("cpyread-parse"))

struct Parser {
    const Plan *plan;
    CXIndex whole, local;          /* local: leaves out what comes from a precompiled header */
    struct CXUnsavedFile *unsaved; /* the plan's, with room for one more */
};

Parser *parser_new(const Plan *plan)
{
    Parser *parser = g_new0(Parser, 1);
    parser->plan = plan;
    clang_toggleCrashRecovery(0); /* it would go on with what is left of it, and print pages; pool.c does better */
    parser->whole = clang_createIndex(0, 0);
    parser->local = clang_createIndex(1, 0);
    parser->unsaved = g_new0(struct CXUnsavedFile, plan->unsaved->len + 1);
    for (guint i = 0; i < plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(plan->unsaved, i);
        parser->unsaved[i] = (struct CXUnsavedFile){unsaved->path, unsaved->text, strlen(unsaved->text)};
    }
    return parser;
}

void parser_free(Parser *parser)
{
    clang_disposeIndex(parser->whole);
    clang_disposeIndex(parser->local);
    g_free(parser->unsaved);
    g_free(parser);
}

static CXTranslationUnit parse(Parser *parser, CXIndex index, const char *path, GStrv arguments,
                               const char *const *extra, guint unsaved, unsigned options, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (char **argument = arguments; *argument != NULL; argument++)
        g_ptr_array_add(words, *argument);
    /* Today's date and the compiler's name are no facts of the tree; and what is an error depends on its
     * age. A gcc is looked for in forty places for its libraries, which nobody links here. */
    static const char *const always[] = {"-D__DATE__=\"Jan  1 1970\"",
                                         "-D__TIME__=\"00:00:00\"",
                                         "-D__clang_version__=\"\"",
                                         "-w",
                                         "-Wno-implicit-function-declaration",
                                         "-Wno-implicit-int",
                                         "-Wno-int-conversion",
                                         "-Wno-incompatible-function-pointer-types",
                                         "-ferror-limit=0",
                                         "-fno-spell-checking",
                                         "--gcc-toolchain=/nowhere"};
    for (guint i = 0; i < G_N_ELEMENTS(always); i++)
        g_ptr_array_add(words, (char *)always[i]);
    for (; *extra != NULL; extra++)
        g_ptr_array_add(words, (char *)*extra);
    CXTranslationUnit unit = NULL;
    options |= CXTranslationUnit_DetailedPreprocessingRecord | CXTranslationUnit_KeepGoing;
    enum CXErrorCode code = clang_parseTranslationUnit2(index, path, (const char *const *)words->pdata,
                                                        words->len, parser->unsaved, unsaved, options, &unit);
    if (code == CXError_Success)
        return unit;
    g_set_error(error, PARSE_ERROR, code, "%s",
                code == CXError_Crashed ? "the compiler crashed on it" : "the compiler could not read it");
    return NULL;
}

/* A precompiled header is minutes old at most, and run.c looks whether a file has changed since: so the compiler need not
 * look at each of them for each unit. */
Facts *parser_read_unit(Parser *parser, const Unit *unit, const char *pch, GError **error)
{
    const char *extra[] = {pch == NULL ? NULL : "-include-pch", pch, "-Xclang", "-fno-validate-pch", NULL};
    CXTranslationUnit parsed = parse(parser, pch == NULL ? parser->whole : parser->local, unit->path,
                                     unit->arguments, extra, parser->plan->unsaved->len, 0, error);
    if (parsed == NULL)
        return NULL;
    Facts *facts = visit_unit(parsed, parser->plan->root);
    inputs_add(parsed, parser->plan->root, facts);
    clang_disposeTranslationUnit(parsed);
    return facts;
}

/* Whether the file that the prologue includes may be included once more without effect. */
static enum CXVisitorResult check_guard(void *data, CXCursor cursor, CXSourceRange range)
{
    (void)range;
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(cursor);
    CXFile file = clang_getIncludedFile(cursor);
    *(gboolean *)data &= file != NULL && clang_isFileMultipleIncludeGuarded(unit, file);
    return CXVisit_Continue;
}

static gboolean is_guarded(CXTranslationUnit unit, const char *path)
{
    gboolean guarded = TRUE;
    clang_findIncludesInFile(unit, clang_getFile(unit, path),
                             (CXCursorAndRangeVisitor){&guarded, check_guard});
    return guarded;
}

Facts *parser_precompile(Parser *parser, const Group *group, const char *pch, gboolean facts_too,
                         GError **error)
{
    static const char *const extra[] = {"-x", "c-header", NULL};
    guint count = parser->plan->unsaved->len;
    g_autofree char *base = g_path_get_basename(pch);
    g_autofree char *name = g_strdup_printf("%s%s" PROLOGUE_PREFIX "%s.h", group->folder,
                                            *group->folder == '\0' ? "" : "/", base);
    parser->unsaved[count] = (struct CXUnsavedFile){name, group->prologue, strlen(group->prologue)};
    CXTranslationUnit parsed = parse(parser, parser->whole, name, group->arguments, extra, count + 1,
                                     CXTranslationUnit_ForSerialization, error);
    if (parsed == NULL)
        return NULL;
    int result = CXSaveError_None;
    if (is_guarded(parsed, name))
        result = clang_saveTranslationUnit(parsed, pch, clang_defaultSaveOptions(parsed));
    Facts *facts = NULL;
    if (result != CXSaveError_None)
        g_set_error(error, PARSE_ERROR, result, "%s: the precompiled header cannot be written", pch);
    else if (facts_too)
        facts = visit_unit(parsed, parser->plan->root);
    else
        facts = facts_new();
    if (facts != NULL)
        inputs_add(parsed, parser->plan->root, facts);
    clang_disposeTranslationUnit(parsed);
    return facts;
}

char *parser_version(void)
{
    CXString string = clang_getClangVersion();
    const char *words = clang_getCString(string);
    const char *number = strstr(words, "version ");
    number = number == NULL ? words : number + strlen("version ");
    char *version = g_strndup(number, strspn(number, "0123456789."));
    clang_disposeString(string);
    return version;
}
