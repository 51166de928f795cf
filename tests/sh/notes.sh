# The notes that come with the kit: twins in two languages ask the same and say as much, Korean keeps its rules; the one whose
# functions the small tree has makes a sheet of it.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
fc-list :lang=ko | grep -q . || { echo 'no Korean font'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"

# asked NOTE: its command lines, the kinds of its boxes, its Python without comments, its citations, and how many headings,
# items and rows it has; the reasons for a fold are in the reader's language.
asked() {
    awk '/^```$/ { inside = 0 }
        /^```[a-z]/ { print $1, $NF; inside = $1; next }
        inside ~ /cpyread|strip|glossary|python/ { gsub("=>[^\047]*", ""); gsub(/ *#.*/, ""); print }
        !inside && $1 ~ /^(#+|-|\|)$/ { count[$1]++ }
        END { for (kind in count) print kind, count[kind] | "sort" }' "$1"
    grep -oE '[A-Za-z/]+\.[ch]:[0-9-]+@[0-9.]+#[A-Za-z_]+' "$1"
}

# wrong NOTE: a particle must not guess how a symbol is read: a noun stands between.
wrong() {
    grep -nE '`(을|를|은|는|이|가|과|와|로|으로) ' "$1"
}

printf '`PyDict_Copy`를 부른다.\n' > "$TMP/bad.md"
sed 's/를 부른다/ 함수를 부른다/' "$TMP/bad.md" > "$TMP/good.md"
sed -i 's/`를/`를 /' "$TMP/bad.md"
wrong "$TMP/bad.md" > "$TMP/said"
if wrong "$TMP/good.md"; then exit 1; fi

count=0
for note in "$ROOT"/notes/*.ko.md; do
    twin=${note%.ko.md}.en.md
    asked "$note" > "$TMP/ko"
    asked "$twin" > "$TMP/en"
    test "$(wc -l < "$TMP/ko")" -gt 30
    diff "$TMP/ko" "$TMP/en" || { echo "$note and $twin ask different things"; exit 1; }
    if wrong "$note"; then exit 1; fi
    count=$((count + 1))
done
test $count -ge 3
test "$(cpyread notes list "$ROOT"/notes/*.??.md --tsv | wc -l)" = $((count * 2 + 1))

for lang in ko en; do
    sed '/^## 발제자용\|^## For the lead/,$d' "$ROOT/notes/dict-copy.$lang.md" > "$TMP/dict-copy.$lang.md"
    cp "$ROOT/notes/glossary.md" "$TMP"
    cpyread handout "$TMP/dict-copy.$lang.md" -o "$TMP/sheet.html" > "$TMP/said" 2>&1 || { cat "$TMP/said"; exit 1; }
    grep -q "<html lang=\"$lang\">" "$TMP/sheet.html"
done
