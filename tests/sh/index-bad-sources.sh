# A source that cannot be read as C costs its own facts, is named, and never ends the run: all else is in the index.
. tests/sh/index-common

# costs NAME [FILE]: Objects/longobject.c was made bad; the run ends well, and the neighbours are all there.
costs() {
    index
    [ "$status" = 0 ] || complain "$1: status $status:"
    named=${2:-Objects/longobject.c}
    grep -q "$named" "$TMP/out" || complain "$1: the file is not named:"
    errors=$(sqlite3 "$tree.db" "SELECT errors > 0 FROM files WHERE path = '$named'")
    [ "$errors" = 1 ] || complain "$1: no error is in the index:"
    found=$(sqlite3 "$tree.db" "SELECT count(*) FROM symbols WHERE name IN ('list_append', 'PyDict_Copy') AND defined")
    [ "$found" = 2 ] || complain "$1: others suffered:"
    sqlite3 "$tree.db" 'PRAGMA integrity_check' | grep -qx ok || complain "$1: the index is damaged:"
    clean "$1"
    lay
}
lay

head -c 200000 "$BUILD/cpyread-index" >"$tree/Objects/longobject.c"
costs 'binary junk'

{ cat "$MINI/Objects/longobject.c"; printf 'int f(void) { if (1) { { { return 0; }\n'; } >"$tree/Objects/longobject.c"
costs 'unbalanced braces'

printf '#include "self.h"\n' >"$tree/Include/self.h"
{ echo '#include "self.h"'; cat "$MINI/Objects/longobject.c"; } >"$tree/Objects/longobject.c"
costs 'a header that includes itself' Include/self.h

# Nothing limits unary operators but the stack.
{ printf 'int deep = '; head -c 400000 /dev/zero | tr '\0' '~'; echo '1;'; } >"$tree/Objects/longobject.c"
costs 'nesting that overflows the stack'

# A macro that opens a parenthesis in each of many lines.
{ echo 'int deep ='; yes '(' | head -n 5000; } >"$tree/Objects/longobject.c"
costs 'parentheses without end'

{ printf 'int long_line[] = {'; head -c 3000000 /dev/zero | tr '\0' '1' | sed 's/1111/1,1,/g'; echo '};'; } >"$tree/Objects/longobject.c"
index
expect 'a line of three megabytes' 0
[ "$(sqlite3 "$tree.db" "SELECT defined FROM symbols WHERE name = 'long_line'")" = 1 ] || complain 'the long line is not in the index'

# Macros that name one another, each twice: looking through all ways takes longer than the world has stood.
lay
i=0
while [ $i -lt 60 ]; do
    i=$((i + 1))
    echo "#define LAYER$i(x) LAYER$((i - 1))(x) LAYER$((i - 1))"
done >"$tree/Include/layers.h"
echo '#define LAYER0(x) LAYER60 x' >>"$tree/Include/layers.h"
{ echo '#include "layers.h"'; echo 'int abs(int); int f(void) { return LAYER1(abs(1)) - 0; }'; } >>"$tree/Objects/longobject.c"
index
[ "$status" = 0 ] || complain 'macros that name one another'

# A file that may not be read; root may read all.
if [ "$(id -u)" != 0 ]; then
    lay
    chmod 000 "$tree/Objects/longobject.c"
    index
    [ "$status" = 0 ] || complain 'an unreadable file'
    grep -q 'Objects/longobject.c' "$TMP/out" || complain 'the unreadable file is not named'
    chmod 644 "$tree/Objects/longobject.c"
fi
