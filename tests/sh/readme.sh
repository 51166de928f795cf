# The README's table of commands says what `cpyread --help` says; each folder that it links to is there.
documented=$(sed -n '/^<!-- commands/,/^<!-- end of commands/p' "$ROOT/README.md" | sed -n 's/^| `\([^`]*\)` | \(.*\) |$/\1 \2/p')
offered=$("$BUILD/cpyread" --help | sed -n '/^Usage/,/^Options/p' | sed -n 's/^  \([a-z]*\)  *\(.*\)$/\1 \2/p')
[ -n "$offered" ]
if [ "$documented" != "$offered" ]; then
    echo "the README's table of commands is not what cpyread --help says; it should be:"
    echo "$offered" | sed 's/^\([a-z]*\) \(.*\)$/| `\1` | \2 |/'
    exit 1
fi
sed -n 's/.*](\([^):]*\)).*/\1/p' "$ROOT/README.md" | while read -r link; do
    [ -e "$ROOT/$link" ] || { echo "README.md links to $link, which is not there"; exit 1; }
done
