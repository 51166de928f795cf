# How function pointers travel: tests/dispatch has a file for each way, with the calls that must be found and those that must
# not. They are made into the smallest tree that is taken for a CPython.
. tests/sh/expected-common

[ -x "$BUILD/cpyread-index" ] || { echo 'no indexer in this build'; exit 77; }
tree=$TMP/3.7
mkdir -p "$tree/Include" "$tree/Modules" "$tree/Objects"
cp tests/dispatch/*.h "$tree/Include"
cp tests/dispatch/*.c "$tree/Objects"
: >"$tree/pyconfig.h.in"
: >"$tree/Modules/config.c.in"
printf '#define PY_%s\n' 'MAJOR_VERSION 3' 'MINOR_VERSION 7' 'VERSION "3.7.0"' >"$tree/Include/patchlevel.h"
(cd "$tree" && echo 'PY_CORE_CFLAGS= -I$(srcdir)/Include' && echo LIBRARY_OBJS= Objects/*.c | sed 's/\.c\b/.o/g') >"$tree/Makefile.pre.in"

"$BUILD/cpyread-index" "$tree" -j2 >"$TMP/out" 2>&1 || { cat "$TMP/out"; exit 1; }
sqlite3 "$tree.db" "SELECT file || ':' || line || ': ' || text FROM diagnostics" >"$TMP/out"
[ ! -s "$TMP/out" ] || { cat "$TMP/out"; exit 1; }
as_written "$tree.db" "$tree" 100
