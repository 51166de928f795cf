# The top level is what README.md says and nothing else, each folder that holds code explains itself, and no merge was left
# half done.

git rev-parse --is-inside-work-tree > "$TMP/answer" 2>&1 || { echo 'no git repository here'; exit 77; }

# What is tracked, and what would be if it were added.
git ls-files --cached --others --exclude-standard | while read -r file; do
    test ! -e "$file" || echo "$file"
done > "$TMP/files"

cat > "$TMP/expected" <<'END'
Makefile
README.md
cpython-src
indexer
notes
tests
viewer
END
cut -d / -f 1 "$TMP/files" | grep -v -e '^\.' -e '^LICENSE$' | LC_ALL=C sort -u > "$TMP/found"
wrong=0
diff -u --label expected --label 'top level' "$TMP/expected" "$TMP/found" || wrong=1

{
    printf '%s\n' indexer viewer notes cpython-src tests
    sed -n 's,^\(indexer/.*\)/[^/]*\.c$,\1,p; s,^\(viewer/.*\)/[^/]*\.c$,\1,p' "$TMP/files"
} | sort -u > "$TMP/folders"
while read -r folder; do
    grep -qxF "$folder/README.md" "$TMP/files" || { echo "$folder has no README.md"; wrong=1; }
done < "$TMP/folders"

# Nothing is half merged.
git grep -lE '^(<<<<<<< |>>>>>>> )' && { echo 'conflict markers'; wrong=1; }
exit $wrong
