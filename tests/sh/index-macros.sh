# What a macro's text names: its parameters are no other macro of that name, and a macro that is undefined again has its
# parameters like any other.
. tests/sh/index-common
lay
cat >"$tree/Modules/_macros.c" <<'END'
#define Step(x) ((x) + 1)
#define Twice(Step, by) ((Step) * (by))
#define Passing(x) Twice(Step(x), 2)
#define Gone(Step) (2 + (Step))
int macros(int x) { return Passing(x) + Gone(x); }
#undef Gone
END
sed -i "/^exts = /a exts.append( Extension('_macros', ['_macros.c']) )" "$tree/setup.py"
index
expect 'a unit of macros' 0

sqlite3 -separator ' ' "$tree.db" >"$TMP/answer" <<'END'
SELECT caller, callee, line FROM calls WHERE file = 'Modules/_macros.c' AND caller <> 'macros' ORDER BY line, col;
SELECT signature FROM symbols WHERE kind = 'macro' AND file = 'Modules/_macros.c' ORDER BY line;
END
diff - "$TMP/answer" <<'END' || complain 'what macros name'
Passing Twice 3
Passing Step 3
Step(x)
Twice(Step, by)
Passing(x)
Gone(Step)
END
