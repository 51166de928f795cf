# From 3.12 the opcodes are written in Python/bytecodes.c, and the cases made of it are included into the loop: a tree of
# that shape, and all that the index must say of it; also when it is brought up to date.
. tests/sh/index-common
lay
cd "$tree"

cat >Include/opcode_ids.h <<'END'
/* Instruction opcodes for compiled code */
#define CACHE                 0
#define BINARY_OP             1
#define LOAD_FAST             2
#define RESUME                3
#define CALL                  4
#define CALL_PY               5
#define BINARY_OP_ADD_INT     6
#define RETURN_CONST          7
#define INSTRUMENTED_RESUME 236
#define INSTRUMENTED_LINE   254
#define LOAD_CLOSURE        256
#define HAVE_ARGUMENT         1
#define MIN_INSTRUMENTED_OPCODE 236
END
printf '#include "opcode_ids.h"\n#define NB_ADD 0\n' >Include/opcode.h
mkdir -p Include/internal
cat >Include/internal/pycore_opcode_metadata.h <<'END'
extern const unsigned char _PyOpcode_Deopt[256];
const unsigned char _PyOpcode_Deopt[256] = {
    [BINARY_OP] = BINARY_OP,
    [BINARY_OP_ADD_INT] = BINARY_OP,
    [CALL_PY] = CALL,
};
END
cat >Python/bytecodes.c <<'END'
#define inst(name, ...) case name:
// BEGIN BYTECODES //
        pure inst(LOAD_FAST, (-- value)) {
            value = GETLOCAL(oparg);
        }

        family(BINARY_OP, INLINE_CACHE_ENTRIES_BINARY_OP) = {
            BINARY_OP_ADD_INT, /* BINARY_OP_ADD_FLOAT */
        };

        op(_GUARD_BOTH_INT, (left, right -- left, right)) {
            EXIT_IF(!PyLong_Check(left));
            EXIT_IF(!PyLong_Check(right)); }

        pure op(_BINARY_OP_ADD_INT, (left, right -- res)) {
            res = long_add(left, right);
        }

        macro(BINARY_OP_ADD_INT) =
            _GUARD_BOTH_INT + unused/1 + // the counter
            _BINARY_OP_ADD_INT;

        specializing op(_SPECIALIZE_BINARY_OP, (counter/1 --)) { }
        op(_BINARY_OP, (left, right -- res)) { res = PyNumber_Add(left, right); }
        macro(BINARY_OP) = _SPECIALIZE_BINARY_OP + _BINARY_OP;

        inst(RESUME, (--)) {
            CHECK_EVAL_BREAKER();
        }
        inst(INSTRUMENTED_RESUME, (--)) { goto resume_slow; }
        inst(CALL, (callable -- res)) { DISPATCH_INLINED(callable); }
        op(_PUSH_FRAME, (callable -- )) { }
        macro(CALL_PY) = _PUSH_FRAME;
        macro(RETURN_CONST) = LOAD_FAST + _NOWHERE;
        replicate(2) inst(CACHE, (--)) {}

        pseudo(LOAD_CLOSURE) = {
            LOAD_FAST,
        };
// END BYTECODES //
END
cat >Python/ceval_macros.h <<'END'
#define DISPATCH() { opcode = *next_instr++; goto dispatch_opcode; }
#define GOTO_ERROR(LABEL) goto LABEL
#define CHECK_EVAL_BREAKER() if (oparg) { GOTO_ERROR(pending); }
#define DISPATCH_INLINED(FRAME) do { f = (void *)(FRAME); goto start_frame; } while (0)
END
cat >Python/generated_cases.c.h <<'END'
        TARGET(BINARY_OP) {
            PREDICTED(BINARY_OP);
            // _BINARY_OP
            res = PyNumber_Add(left, right);
            if (res == NULL) goto pop_2_error;
            DISPATCH();
        }

        TARGET(BINARY_OP_ADD_INT) {
            DEOPT_IF(!PyLong_Check(left), BINARY_OP);
            res = PyNumber_Subtract(left, right);
            if (res == NULL) goto pop_2_error;
            DISPATCH();
        }

        TARGET(CACHE) {
            DISPATCH();
        }

        TARGET(CALL) {
            DISPATCH_INLINED(left);
        }

        TARGET(CALL_PY) {
            // _PUSH_FRAME
            {
                f = (void *)left;
            }
            DISPATCH();
        }

        TARGET(INSTRUMENTED_RESUME) {
            goto resume_slow;
        }

        TARGET(LOAD_FAST) {
            PyList_New(0);
            DISPATCH();
        }

        TARGET(RESUME) {
            resume_slow:
            CHECK_EVAL_BREAKER();
            PyList_New(1);
            DISPATCH();
        }

        TARGET(RETURN_CONST) {
            return res;
        }
END
cat >Python/ceval.c <<'END'
#include "Python.h"
#include "opcode.h"
#include "internal/pycore_opcode_metadata.h"
#include "ceval_macros.h"
#define TARGET(op) case op: TARGET_##op:
#define PREDICTED(op) PRED_##op:
#define DEOPT_IF(x, op) if (x) goto PRED_##op

PyObject *
the_loop(PyFrameObject *f, int throwflag)
{
    const unsigned char *next_instr = f->f_code->co_code;
    PyObject *left = 0, *right = 0, *res = PyList_New(9);
    int opcode = 0, oparg = throwflag;
start_frame:
    PyList_New(2);
    dispatch_opcode:
    switch (opcode) {
#include "generated_cases.c.h"
    TARGET_INSTRUMENTED_LINE:
        case INSTRUMENTED_LINE:
    {
        DISPATCH();
    }
    default:
        PyList_New(3);
        goto error;
    }
pending:
    PyList_New(4);
    DISPATCH();
pop_2_error:
    PyList_New(5);
error:
    PyList_New(6);
    return NULL;
}
END
cd "$ROOT"

ask() { sqlite3 -separator ' ' -nullvalue - "$tree.db" "$1"; }

cat >"$TMP/expected" <<'END'
-- opcodes
BINARY_OP 1 opcode - Python/bytecodes.c 25-25 Python/generated_cases.c.h 1-7
BINARY_OP_ADD_INT 6 specialised BINARY_OP Python/bytecodes.c 19-21 Python/generated_cases.c.h 9-14
CACHE 0 opcode - Python/bytecodes.c 35-35 Python/generated_cases.c.h 16-18
CALL 4 opcode - Python/bytecodes.c 31-31 Python/generated_cases.c.h 20-22
CALL_PY 5 specialised CALL Python/bytecodes.c 33-33 Python/generated_cases.c.h 24-30
HAVE_ARGUMENT 1 marker - - - - -
INSTRUMENTED_LINE 254 instrumented - Python/ceval.c 20-24 Python/ceval.c 20-24
INSTRUMENTED_RESUME 236 instrumented - Python/bytecodes.c 30-30 Python/generated_cases.c.h 32-34
LOAD_CLOSURE 256 pseudo - Python/bytecodes.c 37-39 - -
LOAD_FAST 2 opcode - Python/bytecodes.c 3-5 Python/generated_cases.c.h 36-39
MIN_INSTRUMENTED_OPCODE 236 marker - - - - -
RESUME 3 opcode - Python/bytecodes.c 27-29 Python/generated_cases.c.h 41-46
RETURN_CONST 7 opcode - Python/bytecodes.c 34-34 Python/generated_cases.c.h 48-50
-- parts
BINARY_OP 1 _SPECIALIZE_BINARY_OP 23-23
BINARY_OP 2 _BINARY_OP 24-24
BINARY_OP_ADD_INT 1 _GUARD_BOTH_INT 11-13
BINARY_OP_ADD_INT 2 _BINARY_OP_ADD_INT 15-17
CALL_PY 1 _PUSH_FRAME 32-32
RETURN_CONST 1 LOAD_FAST 3-5
RETURN_CONST 2 _NOWHERE -
-- guards
BINARY_OP_ADD_INT 1 _GUARD_BOTH_INT EXIT_IF !PyLong_Check(left) 12
BINARY_OP_ADD_INT 2 _GUARD_BOTH_INT EXIT_IF !PyLong_Check(right) 13
-- symbols
BINARY_OP the_loop macro(BINARY_OP) = _SPECIALIZE_BINARY_OP + _BINARY_OP
LOAD_FAST the_loop inst(LOAD_FAST, (-- value))
-- calls
- PyList_New direct Python/ceval.c:13
CALL PyList_New direct Python/ceval.c:16 start_frame
- PyList_New direct Python/ceval.c:26
INSTRUMENTED_RESUME PyList_New direct Python/ceval.c:30 pending
RESUME PyList_New direct Python/ceval.c:30 pending
BINARY_OP PyList_New direct Python/ceval.c:33 pop_2_error
BINARY_OP_ADD_INT PyList_New direct Python/ceval.c:33 pop_2_error
BINARY_OP PyList_New direct Python/ceval.c:35 error
BINARY_OP_ADD_INT PyList_New direct Python/ceval.c:35 error
BINARY_OP PyNumber_Add direct Python/generated_cases.c.h:4
BINARY_OP_ADD_INT PyNumber_Subtract direct Python/generated_cases.c.h:11
CALL the_loop frame Python/generated_cases.c.h:21
CALL_PY the_loop frame Python/generated_cases.c.h:25
LOAD_FAST PyList_New direct Python/generated_cases.c.h:37
INSTRUMENTED_RESUME PyList_New direct Python/generated_cases.c.h:44 resume_slow
RESUME PyList_New direct Python/generated_cases.c.h:44
END

# say: all that the index has of it.
say() {
    echo '-- opcodes'
    ask "SELECT name, value, kind, family, file, line || '-' || end_line, run_file, run_line || '-' || run_end_line
         FROM opcodes ORDER BY name"
    echo '-- parts'
    ask "SELECT opcode, ordinal, part, line || '-' || end_line FROM opcode_parts ORDER BY 1, 2"
    echo '-- guards'
    ask "SELECT opcode, ordinal, part, macro, condition, line FROM opcode_guards ORDER BY 1, 2"
    echo '-- symbols'
    ask "SELECT name, parent, signature FROM symbols
         WHERE kind = 'opcode' AND name IN ('BINARY_OP', 'LOAD_FAST') ORDER BY 1"
    echo '-- calls'
    ask "SELECT coalesce(part, '-') || ' ' || callee || ' ' || kind || ' ' || file || ':' || line ||
                coalesce(' ' || label, '')
         FROM calls WHERE caller = 'the_loop' AND kind <> 'macro' ORDER BY file, line, callee, part"
}

index
[ "$status" = 0 ] || complain 'it is not indexed:'
say >"$TMP/found"
diff -u "$TMP/expected" "$TMP/found"

# same WHAT: by increments the index is the one that would be made anew.
same() {
    index
    [ "$status" = 0 ] || complain "$1: status $status:"
    dump "$tree.db" >"$TMP/by-increments"
    "$BUILD/cpyread-index" "$tree" -j2 --db "$TMP/anew.db" --force >"$TMP/out" 2>&1
    dump "$TMP/anew.db" | diff - "$TMP/by-increments" >"$TMP/difference" || { head "$TMP/difference"; complain "$1: not the same:"; }
}

# A file that no compiler reads: only its lines move.
sed -i '2i // one line more' "$tree/Python/bytecodes.c"
same 'bytecodes.c changed'
[ "$(ask "SELECT line FROM opcodes WHERE name = 'LOAD_FAST'")" = 4 ] || complain 'the lines did not move:'

# An opcode more is a symbol more, with words to be found by.
sed -i '1i #define NEW_ONE 9' "$tree/Include/opcode_ids.h"
sed -i '1i TARGET(NEW_ONE) { PyList_New(7); DISPATCH(); }' "$tree/Python/generated_cases.c.h"
same 'an opcode more'
"$BUILD/cpyread" --db "$tree.db" --src "$tree" find NEW_ONE >"$TMP/out"
grep -q 'NEW_ONE *opcode *Python/generated_cases.c.h:1 ' "$TMP/out" || complain 'it is not found:'
"$BUILD/cpyread" --db "$tree.db" --src "$tree" --tsv callees NEW_ONE >"$TMP/out"
grep -q '^PyList_New' "$TMP/out" || complain 'it has no callees:'

# No loop, no headers: the rest is there, and nothing is said to be an opcode that is none.
rm "$tree/Python/generated_cases.c.h" "$tree/Include/opcode_ids.h" "$tree/Python/bytecodes.c"
same 'no opcodes'
[ "$(ask "SELECT count(*) FROM opcodes")" = 1 ] || complain 'opcodes are left:' # that of ceval.c itself
rm "$tree/Python/ceval.c"
same 'no loop'
[ "$(ask "SELECT count(*) FROM opcodes")" = 0 ] || complain 'opcodes are left without a loop:'
status=0
"$BUILD/cpyread" --db "$tree.db" --src "$tree" opcode >"$TMP/out" 2>"$TMP/err" || status=$?
expect 'a tree without opcodes' 1 'no opcodes were found'
