# What `make truth RUN=1` measures, on the small tree's recorded sample: pairs, their kinds, the causes of misses; and the
# recording that it writes for notes/recordings/.
command -v python3 >/dev/null || { echo 'no python3 here'; exit 77; }
[ -f "$MINI.db" ] || { echo 'no index of the small tree'; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
cd "$TMP"
"$ROOT/tests/truth/callgrind.py" --tree "$MINI" --build /python/3.7 --db "$MINI.db" \
    --command './python -c 40 + 2' --pairs pairs --recording recording "$ROOT/tests/recordings/mini.callgrind"
grep -v '^commit ' recording | diff "$ROOT/tests/recordings/mini.recording" -

cat >expected <<'END'
executed pairs: 8 of 3.7.0; the index holds 7 = 87.50 %
  by kind: direct 5, slot 1, pointer 1
  missed:     1  no call through a pointer in the caller
  functions that were found by name alone, in another file than the debug information's: 1
functions called from outside the tree (libc, threads, other libraries), not counted: 1; the index has a caller of 1
END
"$ROOT/tests/truth/recall" --pairs pairs --db "$MINI.db" --misses misses >said
grep -v -e '^indirect sites' -e '^  candidates' said | diff expected -
grep -q '^indirect sites: [1-9][0-9]*, [1-9][0-9]* of them reference counting; without a candidate: ' said
grep -q '^  candidates at the other [1-9][0-9]*: mean [0-9.]*, median [1-9]' said
printf 'no call through a pointer in the caller\tmath_sqrt\tModules/mathmodule.c\tnewton\tModules/mathmodule.c\t6\n' | diff - misses

# Functions that the index lacks, or has in other files, are causes of their own; held back, nobody is named.
printf '%s\n' 'gone	Objects/listobject.c	list_resize	Objects/listobject.c	1' 'list_append	Objects/listobject.c	gone	Objects/listobject.c	1' \
    'type_error	Objects/nowhere.c	PyErr_SetString	Python/errors.c	2' >pairs
"$ROOT/tests/truth/recall" --pairs pairs --db "$MINI.db" --misses misses >said
for cause in 'caller is not in the index' 'callee is not in the index' 'caller is in the index under other files'; do
    grep -q "^  missed:     1  $cause$" said || { echo "not said: $cause"; cat said; exit 1; }
done
rm misses
"$ROOT/tests/truth/recall" --pairs pairs --db "$MINI.db" --misses misses --held-back >said
head -n 1 said | grep -qx 'executed pairs: 3 of 3.7.0; the index holds 0 = 0.00 %'
if [ -e misses ] || grep -q 'missed\|gone' said; then
    echo 'held back, and yet a function is named'
    exit 1
fi
