/* Compiles a syntax tree: one case for each node, which visits the children and adds opcodes. */

#include "Python.h"
#include "opcode.h"

typedef enum { Load, Store } expr_context_ty;
typedef enum { Add, Sub } operator_ty;
typedef enum { Not, USub } unaryop_ty;
typedef struct { Py_ssize_t size; void *elements[1]; } asdl_seq;

#define asdl_seq_GET(S, I) (S)->elements[(I)]
#define asdl_seq_LEN(S) ((S) == NULL ? 0 : (S)->size)

enum expr_kind { BinOp_kind, UnaryOp_kind, Lambda_kind, Call_kind, Num_kind, Name_kind, List_kind };
enum stmt_kind { Assign_kind, Return_kind, Expr_kind, Pass_kind };

typedef struct expr *expr_ty;
struct expr {
    enum expr_kind kind;
    union {
        struct { expr_ty left; operator_ty op; expr_ty right; } BinOp;
        struct { unaryop_ty op; expr_ty operand; } UnaryOp;
        struct { expr_ty body; } Lambda;
        struct { expr_ty func; asdl_seq *args; asdl_seq *keywords; } Call;
        struct { PyObject *n; } Num;
        struct { PyObject *id; expr_context_ty ctx; } Name;
        struct { asdl_seq *elts; expr_context_ty ctx; } List;
    } v;
};

typedef struct stmt *stmt_ty;
struct stmt {
    enum stmt_kind kind;
    union {
        struct { asdl_seq *targets; expr_ty value; } Assign;
        struct { expr_ty value; } Return;
        struct { expr_ty value; } Expr;
    } v;
};

struct compiler {
    unsigned char *code;
    Py_ssize_t used;
    int depth;
};

static int compiler_visit_expr(struct compiler *c, expr_ty e);

static int
compiler_addop(struct compiler *c, int opcode)
{
    c->code[c->used++] = (unsigned char)opcode;
    c->code[c->used++] = 0;
    return 1;
}

static int
compiler_addop_i(struct compiler *c, int opcode, Py_ssize_t oparg)
{
    compiler_addop(c, opcode);
    c->code[c->used - 1] = (unsigned char)oparg;
    return 1;
}

#define ADDOP(C, OP) \
    { \
        if (!compiler_addop((C), (OP))) \
            return 0; \
    }

#define ADDOP_I(C, OP, O) \
    { \
        if (!compiler_addop_i((C), (OP), (O))) \
            return 0; \
    }

#define VISIT(C, TYPE, V) \
    { \
        if (!compiler_visit_##TYPE((C), (V))) \
            return 0; \
    }

#define VISIT_SEQ(C, TYPE, SEQ) \
    { \
        int _i; \
        asdl_seq *seq = (SEQ); \
        for (_i = 0; _i < asdl_seq_LEN(seq); _i++) { \
            TYPE##_ty elt = (TYPE##_ty)asdl_seq_GET(seq, _i); \
            if (!compiler_visit_##TYPE((C), elt)) \
                return 0; \
        } \
    }

static int
binop(operator_ty op)
{
    switch (op) {
    case Add:
        return BINARY_ADD;
    case Sub:
        return BINARY_SUBTRACT;
    }
    return 0;
}

static int
compiler_enter_scope(struct compiler *c)
{
    c->depth++;
    return 1;
}

static void
compiler_exit_scope(struct compiler *c)
{
    c->depth--;
}

static int
compiler_lambda(struct compiler *c, expr_ty e)
{
    if (!compiler_enter_scope(c))
        return 0;
    VISIT(c, expr, e->v.Lambda.body);
    ADDOP(c, RETURN_VALUE);
    compiler_exit_scope(c);
    ADDOP_I(c, LOAD_CONST, 0);
    return 1;
}

static int
compiler_list(struct compiler *c, expr_ty e)
{
    VISIT_SEQ(c, expr, e->v.List.elts);
    if (e->v.List.ctx == Load)
        ADDOP_I(c, BUILD_LIST, asdl_seq_LEN(e->v.List.elts));
    return 1;
}

/* Keywords are not known here, yet. */
static int
compiler_call(struct compiler *c, expr_ty e)
{
    Py_ssize_t i, count = asdl_seq_LEN(e->v.Call.args);

    VISIT(c, expr, e->v.Call.func);
    if (asdl_seq_LEN(e->v.Call.keywords) > 0) {
        PyErr_SetString(PyExc_SystemError, "no keywords, please");
        return 0;
    }
    for (i = 0; i < count; i++)
        VISIT(c, expr, (expr_ty)asdl_seq_GET(e->v.Call.args, i));
    ADDOP_I(c, CALL_FUNCTION, count);
    return 1;
}

static int
compiler_visit_expr(struct compiler *c, expr_ty e)
{
    switch (e->kind) {
    case BinOp_kind:
        VISIT(c, expr, e->v.BinOp.left);
        VISIT(c, expr, e->v.BinOp.right);
        ADDOP(c, binop(e->v.BinOp.op));
        break;
    case UnaryOp_kind:
        VISIT(c, expr, e->v.UnaryOp.operand);
        if (e->v.UnaryOp.op == USub)
            ADDOP(c, UNARY_NEGATIVE);
        break;
    case Lambda_kind:
        return compiler_lambda(c, e);
    case Call_kind:
        return compiler_call(c, e);
    case Num_kind:
        ADDOP_I(c, LOAD_CONST, 0);
        break;
    case Name_kind:
        ADDOP_I(c, e->v.Name.ctx == Store ? STORE_FAST : LOAD_FAST, 0);
        break;
    case List_kind:
        return compiler_list(c, e);
    }
    return 1;
}

static int
compiler_visit_stmt(struct compiler *c, stmt_ty s)
{
    switch (s->kind) {
    case Assign_kind:
        VISIT(c, expr, s->v.Assign.value);
        VISIT_SEQ(c, expr, s->v.Assign.targets);
        break;
    case Return_kind:
        if (s->v.Return.value) {
            VISIT(c, expr, s->v.Return.value);
        }
        else
            ADDOP_I(c, LOAD_CONST, 0);
        ADDOP(c, RETURN_VALUE);
        break;
    case Expr_kind:
        VISIT(c, expr, s->v.Expr.value);
        ADDOP(c, POP_TOP);
        break;
    case Pass_kind:
        break;
    }
    return 1;
}

int
PyAST_Compile(struct compiler *c, asdl_seq *statements)
{
    VISIT_SEQ(c, stmt, statements);
    return 1;
}
