# The README's table of commands is what `cpyread help --markdown` prints; each folder that it links to is there.
sed -n '/^<!-- commands/,/^<!-- end of commands/p' "$ROOT/README.md" | grep '^|' > "$TMP/documented"
"$BUILD/cpyread" help --markdown > "$TMP/offered"
grep -q '^| `find` |' "$TMP/offered"
diff "$TMP/documented" "$TMP/offered" || {
    echo "the README's table of commands is not that of cpyread help --markdown"
    exit 1
}
sed -n 's/.*](\([^):]*\)).*/\1/p' "$ROOT/README.md" | while read -r link; do
    [ -e "$ROOT/$link" ] || { echo "README.md links to $link, which is not there"; exit 1; }
done
