# Files that change while they are read: the run reads them once more or says so, and the next one has it right.
. tests/sh/index-common
lay
(
    i=0
    while [ ! -e "$TMP/enough" ]; do
        i=$((i + 1))
        echo "int changed_$i;" >>"$tree/Include/object.h"
        echo "int changed_$i(void) { return $i; }" >"$tree/Objects/longobject.c"
    done
) &
writer=$!
for turn in 1 2 3; do
    index
    [ "$status" = 0 ] || { touch "$TMP/enough"; complain "turn $turn: status $status:"; }
done
touch "$TMP/enough"
wait $writer
index
[ "$status" = 0 ] || complain 'afterwards'
"$BUILD/cpyread-index" "$tree" --db "$TMP/anew.db" --force >"$TMP/out" 2>&1
dump "$tree.db" >"$TMP/one"
dump "$TMP/anew.db" | diff - "$TMP/one" >"$TMP/difference" || { head -n 10 "$TMP/difference"; complain 'the index is not of what is there'; }
index
grep -q 'is up to date' "$TMP/out" || complain 'it is made again and again'
