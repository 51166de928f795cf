# How function pointers travel: tests/dispatch has a file for each way, with the calls that must be found and those that
# must not.
. tests/sh/expected-common
. tests/sh/dispatch-common

index
sqlite3 "$tree.db" "SELECT file || ':' || line || ': ' || text FROM diagnostics" >"$TMP/out"
[ ! -s "$TMP/out" ] || { cat "$TMP/out"; exit 1; }
as_written "$tree.db" "$tree" 100
