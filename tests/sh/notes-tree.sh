# The notes of the kit on the CPython that they are about: all they say holds, each sheet and each lead's sheet is made, nothing
# was cut off, page references are right, every line of source stands in the tree at its number.
tree=${CPYREAD_TREE:-$ROOT/cpython-src/3.7}
db=${CPYREAD_TREE_DB:-$tree.db}
test -s "$db" || { echo "no index of $tree"; exit 77; }
for program in weasyprint pdftotext pdffonts; do
    command -v $program > /dev/null || { echo "no $program"; exit 77; }
done
fc-list :lang=ko | grep -q . || { echo 'no Korean font'; exit 77; }
export CPYREAD_DB="$db" PATH="$BUILD:$PATH"
case $(cpyread --src "$tree" status --json) in
*'"3.7.'*) ;;
*) echo 'the index is of another version, or of another schema'; exit 77 ;;
esac
cd "$TMP"

cpyread --src "$tree" notes check "$ROOT"/notes/*.??.md > said 2>&1 || { cat said; exit 1; }

# page_of TEXT: the page of the sheet that has it.
page_of() {
    awk -v text="$1" 'BEGIN { RS = "\f" } index($0, text) { print NR; exit }' sheet.txt
}

for note in "$ROOT"/notes/*.??.md; do
    cpyread --src "$tree" handout "$note" --all -o sheet.pdf > said 2>&1 || { cat said; exit 1; }
    pages=$(awk '$1 == "sheet.pdf" { print $2 }' said)
    test "$pages" -ge 4
    test "$pages" -le 6
    test "$(awk '$1 == "sheet.lead.pdf" { print $2 }' said)" = 1
    test -s sheet.gdb
    pdftotext -layout sheet.pdf sheet.txt
    pdffonts sheet.pdf | awk 'NR > 2 && $(NF - 4) != "yes" { print; wrong = 1 } END { exit wrong }'

    # The boxes of the path and the list of names say on which page a function is printed.
    grep -oE '[a-z_A-Z]+ +[a-z]+\.c:[0-9]+ · (p\. )?[0-9]+' sheet.txt > references
    test -s references
    while read -r name place _ number; do
        number=${number##* }
        test "$(page_of "$name Objects")" = "$number" || test "$(page_of "$name Python")" = "$number" ||
            { echo "$note: $name ($place) is not on page $number"; exit 1; }
    done < references

    # Source lines in the HTML, against the tree.
    cpyread --src "$tree" handout "$note" -o sheet.html > said
    sed -n 's,.*<figcaption><b>.*</b> \([^ ]*\) · .*,FILE \1,p
            s,<tr><td class="n">\([0-9]*\)</td><td class="c"><code>\(.*\)</code></td><td class="m".*,\1 \2,p' sheet.html |
        sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' > printed
    awk -v tree="$tree" '
        $1 == "FILE" { file = tree "/" $2; next }
        { number = $1; sub(/^[0-9]+ /, ""); n = 0; while ((getline line < file) > 0) if (++n == number) break; close(file)
          gsub(/\t/, "        ", line); gsub(/[ \t]+$/, "", line); gsub(/[ \t]+$/, "")
          if (line != $0) { print file ":" number ": " $0; wrong = 1 } lines++ }
        END { exit wrong || lines < 50 }' printed
done
