# Whatever is in the index's place: a query says which command mends it, and that command does, in one line.
. tests/sh/index-common
lay
index
expect 'the first index' 0
cp "$tree.db" "$TMP/good.db"
dump "$tree.db" >"$TMP/good"

# mends NAME WORDS QUERY-WORDS: $tree.db is bad: WORDS from the indexer, QUERY-WORDS from a query ('': it answers).
mends() {
    if [ -n "$3" ]; then
        query=0
        "$BUILD/cpyread" --db "$tree.db" callers PyList_Append >"$TMP/query" 2>&1 || query=$?
        [ $query = 3 ] || complain "$1: a query ends with $query"
        grep -qF "$3" "$TMP/query" || { cat "$TMP/query"; complain "$1: a query does not say “$3”"; }
        grep -qF "cpyread index $tree" "$TMP/query" || { cat "$TMP/query"; complain "$1: a query does not say what mends it"; }
    fi
    index
    if [ -n "$2" ]; then expect "$1" 0 "$2"; else expect "$1" 0; fi
    dump "$tree.db" | cmp -s - "$TMP/good" || complain "$1: the index is not as it should be"
    index
    grep -q 'is up to date' "$TMP/out" || complain "$1: it is made again and again:"
    clean "$1"
}

sqlite3 "$tree.db" 'PRAGMA user_version = 1'
mends 'an older index' 'another version of cpyread' 'made by an older cpyread'
sqlite3 "$tree.db" 'PRAGMA user_version = 999'
mends 'a newer index' 'another version of cpyread' 'made by a newer cpyread'

head -c 20000 "$TMP/good.db" >"$tree.db"
mends 'a cut index' 'damaged' 'damaged'
dd if=/dev/zero of="$tree.db" bs=4096 seek=3 count=20 conv=notrunc 2>/dev/null
mends 'an index with holes' 'changed or damaged' ''
sqlite3 "$tree.db" "DELETE FROM symbol WHERE name = 'list_append'"
mends 'an index that somebody changed' 'changed or damaged' ''

: >"$tree.db"
mends 'an empty file' '' 'not an index'
rm "$tree.db"
mends 'an index that is gone' '' 'no such index'
rm "$tree.db-facts"
mends 'a cache that is gone' 'is not kept beside it' ''
printf junk | dd of="$tree.db-facts" bs=1 seek=5000 conv=notrunc 2>/dev/null
mends 'a damaged cache' 'is damaged' ''
: >"$tree.db-facts"
mends 'an empty cache' 'is damaged' ''

# What may be somebody's stays where it is, unless one insists: then it is kept beside.
rm "$tree.db"
sqlite3 "$tree.db" 'CREATE TABLE mine (precious)'
cp "$tree.db" "$TMP/mine.db"
index
expect 'another database' 3 'is not an index, or damaged: name another file'
cmp "$tree.db" "$TMP/mine.db" || complain 'another database: it was touched'
clean 'another database'
index --force
expect 'another database, insisted' 0 'it is kept as'
cmp "$tree.db.kept" "$TMP/mine.db" || complain 'another database: it was not kept'
rm "$tree.db.kept"
head -c 5000 /dev/zero >"$tree.db"
index
expect 'a file of zeros' 3 'let an index take its place with --force'
index --force
expect 'a file of zeros, insisted' 0 'it is kept as'
dump "$tree.db" | cmp -s - "$TMP/good" || complain 'a file of zeros: the index is not as it should be'
