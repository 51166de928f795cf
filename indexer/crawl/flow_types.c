/* flow_types.c: which types bring a function along, and the shapes of functions. See flow_inside.h.
 *
 * The shape of a type says which calls a function can take part in: "p(p,i64)". Integers count by their width. */
#include "crawl/flow_inside.h"

CXType flow_canonical(CXType type)
{
    return clang_getCanonicalType(type);
}

gboolean flow_is_function(CXType type)
{
    return type.kind == CXType_FunctionProto || type.kind == CXType_FunctionNoProto;
}

CXType flow_function_behind(CXType type)
{
    type = flow_canonical(type);
    for (int level = 0; level < 3 && !flow_is_function(type); level++) {
        if (type.kind == CXType_Pointer)
            type = flow_canonical(clang_getPointeeType(type));
        else if (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
            type = flow_canonical(clang_getArrayElementType(type));
        else
            break;
    }
    if (!flow_is_function(type))
        type.kind = CXType_Invalid;
    return type;
}

gboolean flow_is_integer(CXType type)
{
    type = flow_canonical(type);
    return type.kind >= CXType_Bool && type.kind <= CXType_Int128;
}

static gboolean is_void_pointer(CXType type)
{
    type = flow_canonical(type);
    for (int level = 0; level < 2 && type.kind == CXType_Pointer; level++)
        type = flow_canonical(clang_getPointeeType(type));
    return type.kind == CXType_Void || type.kind == CXType_Char_S || type.kind == CXType_Char_U;
}

/* A va_list, or a pointer to one: it brings along what stands for "...". Compilers make it a record, or an array of
 * one. */
static gboolean is_argument_list(CXType type)
{
    type = flow_canonical(type);
    for (int level = 0; level < 3 && type.kind != CXType_Record; level++)
        type = type.kind == CXType_Pointer ? flow_canonical(clang_getPointeeType(type))
                                           : flow_canonical(clang_getArrayElementType(type));
    if (type.kind != CXType_Record)
        return FALSE;
    CXString name = clang_getCursorSpelling(clang_getTypeDeclaration(type));
    gboolean result = g_str_has_prefix(clang_getCString(name), "__va_list");
    clang_disposeString(name);
    return result;
}

static gboolean find_can_carry(CXType type)
{
    return flow_function_behind(type).kind != CXType_Invalid ||
           (flow_canonical(type).kind == CXType_Pointer && is_void_pointer(type)) || is_argument_list(type);
}

/* Asked of every argument, so it is found out once a type. */
gboolean flow_can_carry(Visit *visit, CXType type)
{
    gpointer known = g_hash_table_lookup(visit->carriers, type.data[0]);
    if (known == NULL) {
        known = GINT_TO_POINTER(find_can_carry(type) ? 1 : -1);
        g_hash_table_insert(visit->carriers, type.data[0], known);
    }
    return GPOINTER_TO_INT(known) > 0;
}

static void append_shape(GString *shape, CXType type)
{
    type = flow_canonical(type);
    if (type.kind == CXType_Enum || flow_is_integer(type))
        g_string_append_printf(shape, "i%lld", clang_Type_getSizeOf(type) * 8);
    else if (type.kind == CXType_Void)
        g_string_append_c(shape, 'v');
    else if (type.kind == CXType_Pointer || type.kind == CXType_ConstantArray ||
             type.kind == CXType_IncompleteArray)
        g_string_append_c(shape, 'p');
    else
        g_string_append_printf(shape, "o%lld", clang_Type_getSizeOf(type));
}

static char *spell_shape(CXType function)
{
    GString *shape = g_string_new(NULL);
    append_shape(shape, clang_getResultType(function));
    g_string_append_c(shape, '(');
    int count = clang_getNumArgTypes(function);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            g_string_append_c(shape, ',');
        append_shape(shape, clang_getArgType(function, i));
    }
    if (function.kind == CXType_FunctionNoProto)
        g_string_append_c(shape, '?');
    else if (clang_isFunctionTypeVariadic(function))
        g_string_append(shape, count > 0 ? ",..." : "...");
    g_string_append_c(shape, ')');
    return g_string_free(shape, FALSE);
}

/* With "..." for what is variadic and "p(?)" for what has no prototype. */
guint32 flow_shape(Visit *visit, CXType type)
{
    CXType function = flow_function_behind(type);
    if (function.kind == CXType_Invalid)
        return 0;
    gpointer known = g_hash_table_lookup(visit->shapes, function.data[0]);
    if (known == NULL) {
        known = GUINT_TO_POINTER(take_text(visit->facts, spell_shape(function)));
        g_hash_table_insert(visit->shapes, function.data[0], known);
    }
    return GPOINTER_TO_UINT(known);
}
