# The same tree gives the same dump: with one worker or more, whatever folder it lies in, asked again or not.
. tests/sh/index-common
lay
index -j1
expect 'one worker' 0
dump "$tree.db" >"$TMP/one"
[ "$(wc -l <"$TMP/one")" -gt 1000 ] || complain 'there is nothing in the dump'

for workers in 2 5; do
    index -j$workers --force
    dump "$tree.db" | cmp - "$TMP/one" || complain "$workers workers"
done

mkdir -p "$TMP/another place/and a longer one"
cp -a "$MINI" "$TMP/another place/and a longer one/tree"
"$BUILD/cpyread-index" "$TMP/another place/and a longer one/tree" --db "$TMP/other.db" >"$TMP/out" 2>&1
dump "$TMP/other.db" | cmp - "$TMP/one" || complain 'another place'

ln -s "another place/and a longer one/tree" "$TMP/link"
"$BUILD/cpyread-index" "$TMP/link" --db "$TMP/link.db" >"$TMP/out" 2>&1
dump "$TMP/link.db" | cmp - "$TMP/one" || complain 'through a symbolic link'

if grep -qF "$TMP" "$TMP/one"; then
    complain 'the dump has a path of this machine'
fi
