# What C code looks up by name, as it stands beside the calls in tests/names/lookups.
. tests/sh/expected-common
[ -x "$BUILD/cpyread-index" ] || { echo 'no indexer in this build'; exit 77; }
tree=$TMP/3.7
mkdir -p "$tree/Include" "$tree/Modules" "$tree/Objects"
cp tests/names/*.h "$tree/Include"
cp tests/names/*.c tests/names/lookups/*.c "$tree/Objects"
: >"$tree/pyconfig.h.in"
: >"$tree/Modules/config.c.in"
printf '#define PY_%s\n' 'MAJOR_VERSION 3' 'MINOR_VERSION 7' 'VERSION "3.7.0"' >"$tree/Include/patchlevel.h"
# shellcheck disable=SC2016 # make expands it
(cd "$tree" && echo 'PY_CORE_CFLAGS= -I$(srcdir)/Include' && echo LIBRARY_OBJS= Objects/*.c | sed 's/\.c\>/.o/g') \
    >"$tree/Makefile.pre.in"
"$BUILD/cpyread-index" "$tree" -j2 >"$TMP/out" 2>&1 || { cat "$TMP/out"; exit 1; }
sqlite3 "$tree.db" "SELECT file || ':' || line || ': ' || text FROM diagnostics" >"$TMP/out"
[ ! -s "$TMP/out" ] || { cat "$TMP/out"; exit 1; }
as_written "$tree.db" "$tree" 30

# They are no candidates of calls through a pointer.
[ "$(sqlite3 "$tree.db" "SELECT count(*) FROM sites WHERE via GLOB '*eat*'")" = 0 ] || { echo 'a site has a name'; exit 1; }

# A second run, with another file changed, gives the same rows as the first.
sqlite3 "$tree.db" "SELECT caller, callee, via, line FROM calls WHERE kind = 'name' ORDER BY 1, 2, 3, 4" >"$TMP/first"
echo '/* more */' >>"$tree/Objects/_egg.c"
"$BUILD/cpyread-index" "$tree" -j2 >"$TMP/out" 2>&1 || { cat "$TMP/out"; exit 1; }
sqlite3 "$tree.db" "SELECT caller, callee, via, line FROM calls WHERE kind = 'name' ORDER BY 1, 2, 3, 4" | diff "$TMP/first" -

# Several places that look one up are one row.
ask="$BUILD/cpyread --db $tree.db --src $tree"
$ask callers spam_eat >"$TMP/out" 2>"$TMP/err"
grep -q '^3 places *name *eat' "$TMP/out" && grep -q 'the 3 places that look up eat by name: --all' "$TMP/err" ||
    { cat "$TMP/out" "$TMP/err"; exit 1; }
$ask callers spam_eat --all | grep -q '^by_string *name *eat *Objects/lookups.c' || { echo 'by_string is not among all'; exit 1; }
