# No room, no right, another writer: one line with what to do, status 3, and the old index as it was.
. tests/sh/index-common
lay
index
expect 'the first index' 0
cp "$tree.db" "$TMP/before.db"
echo 'int changed;' >>"$tree/Include/object.h"

# untouched NAME
untouched() {
    cmp "$tree.db" "$TMP/before.db" || complain "$1: the old index is not as it was"
    clean "$1"
}

# Files may not grow beyond 40 blocks: as on a full disk.
status=0
(ulimit -f 40 && exec "$BUILD/cpyread-index" "$tree" -j1 >"$TMP/out" 2>"$TMP/err.all") || status=$?
grep -v ' files$' "$TMP/err.all" >"$TMP/err" || true
expect 'a full disk' 3 'make room'
untouched 'a full disk'

# The number in the lock is a living process's.
mkdir "$tree.db.new"
echo $$ >"$tree.db.new/writer"
(
    flock 9
    index
    expect 'another indexer at work' 3 "another cpyread index is making it (process $$)"
) 9<>"$tree.db.new/writer"
cmp "$tree.db" "$TMP/before.db" || complain 'another indexer at work: the old index is not as it was'
rm -r "$tree.db.new"

mkdir "$TMP/closed"
place=$TMP/closed/3.7.db
if [ "$(id -u)" = 0 ]; then
    place=/proc/3.7.db # root may write in any other
fi
chmod 555 "$TMP/closed"
index --db "$place"
expect 'a read-only folder' 3 'name another place with --db FILE'
chmod 755 "$TMP/closed"

index --db "$TMP/nowhere/3.7.db"
expect 'a folder that is not there' 3 'name another place with --db FILE'

# An index in a read-only folder can be asked.
mkdir "$TMP/shelf"
cp "$TMP/before.db" "$TMP/shelf/3.7.db"
chmod 555 "$TMP/shelf"
"$BUILD/cpyread" --db "$TMP/shelf/3.7.db" callers PyList_Append >"$TMP/out" 2>"$TMP/err" || complain 'it cannot be asked'
chmod 755 "$TMP/shelf"

# Two at once, each from the beginning: one makes it, the other says so or finds it made.
for turn in 1 2 3; do
    rm -f "$tree.db" "$tree.db-facts"
    one=0 two=0
    "$BUILD/cpyread-index" "$tree" -j1 >"$TMP/one" 2>&1 &
    process=$!
    "$BUILD/cpyread-index" "$tree" -j1 >"$TMP/two" 2>&1 || two=$?
    wait $process || one=$?
    case $one/$two in
    0/0 | 0/3 | 3/0) ;;
    *) cat "$TMP/one" "$TMP/two"; complain "two at once: $one and $two in turn $turn" ;;
    esac
    sqlite3 "$tree.db" 'PRAGMA integrity_check' | grep -qx ok || complain 'two at once: the index is damaged'
    clean 'two at once'
done
