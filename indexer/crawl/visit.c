/* visit.c: walks the cursors of a translation unit and writes down facts. See visit.h, and visiting.h for the
 * parts.
 *
 * What a name is bound to across units is store/bind.c's business. Left out: variables and types within
 * functions, and what stands in sizeof (it is never run). */
#include "crawl/visit.h"

#include "crawl/visiting.h"

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
    Visit visit = {.unit = unit, .facts = facts_new(), .symbols = cursor_table(), .sites = cursor_table()};
    visit.sources = sources_new(unit, root, visit.facts);
    visit.carriers = g_hash_table_new(g_direct_hash, g_direct_equal);
    visit.shapes = g_hash_table_new(g_direct_hash, g_direct_equal);
    visit.expansions = g_hash_table_new(g_direct_hash, g_direct_equal);
    visit.in_order = g_ptr_array_new_with_free_func(g_free);
    visit.pointed = g_array_new(FALSE, FALSE, sizeof(Pointed));
    visit.extents = g_array_new(FALSE, FALSE, sizeof(Extent));
    visit.includers = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    visit.own_files = g_ptr_array_new();
    visit.entered = g_hash_table_new(g_direct_hash, g_direct_equal);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_top, &visit);
    visit_preprocessor_end(&visit);
    add_diagnostics(&visit);
    sources_free(visit.sources);
    g_hash_table_unref(visit.symbols);
    g_hash_table_unref(visit.sites);
    g_hash_table_unref(visit.carriers);
    g_hash_table_unref(visit.shapes);
    g_hash_table_unref(visit.expansions);
    g_ptr_array_unref(visit.in_order);
    g_array_unref(visit.extents);
    g_array_unref(visit.pointed);
    g_hash_table_unref(visit.includers);
    g_ptr_array_unref(visit.own_files);
    g_hash_table_unref(visit.entered);
    return visit.facts;
}
