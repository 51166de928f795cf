# Manual pages are made from the table, without a complaint of groff; make install puts them, and completion, in their places.
export PATH="$BUILD:$PATH"
cd "$ROOT"
share=$TMP/share
.ci/install-help "$BUILD/cpyread" "$share"
cpyread help --markdown | sed -n '3,$s/^| `\([a-z]*\)` .*/cpyread-\1.1/p' > "$TMP/expected"
echo cpyread.1 >> "$TMP/expected"
ls "$share/man/man1" | sort > "$TMP/found"
sort "$TMP/expected" | diff - "$TMP/found"
test -s "$share/bash-completion/completions/cpyread"
test -s "$share/zsh/site-functions/_cpyread"
test -s "$share/fish/vendor_completions.d/cpyread.fish"
cpyread help callers > "$TMP/help"
grep -q '^Example: cpyread callers PyDict_Copy' "$TMP/help"
grep -q '^cpyread callers PyDict_Copy' "$share/man/man1/cpyread-callers.1"
command -v groff > /dev/null || { echo 'no groff to look at the pages with'; exit 77; }
for page in "$share"/man/man1/*.1; do
    groff -man -ww -z "$page" 2> "$TMP/said"
    test ! -s "$TMP/said" || { cat "$TMP/said"; exit 1; }
    groff -man -Tutf8 "$page" | grep -q cpyread
done
