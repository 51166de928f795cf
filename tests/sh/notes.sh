# The notes that come with the kit: each makes a sheet, of the small tree too, and twins in two languages ask the same.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
fc-list :lang=ko | grep -q . || { echo 'no Korean font'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"

# asked NOTE: its command lines, and the kinds of its boxes; the reasons for a fold are in the reader's language.
asked() {
    awk '/^```$/ { inside = 0 }
        /^```[a-z]/ { print $1, $NF; inside = $1 == "```cpyread"; next }
        inside { gsub("=>[^\047]*", ""); print }' "$1"
}

for note in "$ROOT"/notes/*.??.md; do
    cpyread handout "$note" -o "$TMP/sheet.html" > "$TMP/said" 2>&1 || { cat "$TMP/said"; exit 1; }
    case $note in
    *.ko.md)
        twin=${note%.ko.md}.en.md
        asked "$note" > "$TMP/ko"
        asked "$twin" > "$TMP/en"
        diff "$TMP/ko" "$TMP/en" || { echo "$note and $twin ask different things"; exit 1; }
        grep -q '<html lang="ko">' "$TMP/sheet.html"
        # A particle must not guess how a symbol is read: a noun stands between.
        if grep -nE '`(을|를|은|는|이|가|과|와|로|으로) ' "$note"; then
            echo "$note: a particle right behind a symbol"
            exit 1
        fi
        ;;
    esac
done
