# `index --compile-commands` on the small tree: clang compiles each unit with what was written, and nothing is written
# into the checkout; the same database, put into a build folder of the tree, gives the same index.
command -v clang > "$TMP/clang" || { echo 'there is no clang'; exit 77; }
test -x "$BUILD/cpyread-index" || { echo 'there is no indexer'; exit 77; }

cp -r "$MINI" "$TMP/tree"
rm -rf "$TMP/tree/.git"
(cd "$TMP/tree" && find . | sort) > "$TMP/before"
"$BUILD/cpyread-index" "$TMP/tree" --db "$TMP/a.db" --compile-commands "$TMP/cc/compile_commands.json" > "$TMP/said" 2>&1
grep -q "^$TMP/cc/compile_commands.json: .* units" "$TMP/said"
(cd "$TMP/tree" && find . | sort) | diff "$TMP/before" -

# Each unit but the one whose header no machine has.
sqlite3 -separator "$(printf '\t')" :memory: "
    SELECT json_extract(unit.value, '$.directory'), json_extract(unit.value, '$.file'),
           (SELECT group_concat(replace(word.value, '\"', '\\\"'), ' ') FROM json_each(unit.value, '$.arguments') AS word
            WHERE word.value <> '-c') || ' -fsyntax-only -w'
    FROM json_each(CAST(readfile('$TMP/cc/compile_commands.json') AS TEXT)) AS unit" > "$TMP/units"
while IFS=$(printf '\t') read -r folder file words; do
    (cd "$folder" && printf '%s\n' "$words" | xargs env > "$TMP/errors" 2>&1) || echo "$file"
done < "$TMP/units" > "$TMP/failed"
echo Modules/_nosuch.c | diff - "$TMP/failed"

# Not into the checkout.
status=0
"$BUILD/cpyread-index" "$TMP/tree" --db "$TMP/a.db" --compile-commands "$TMP/tree/x/cc.json" 2> "$TMP/error" || status=$?
test $status -eq 2
grep -q 'lies in the checkout' "$TMP/error"
test ! -e "$TMP/tree/x"

# Read back.
mkdir "$TMP/tree/build"
cp "$TMP/cc/compile_commands.json" "$TMP/tree/build/"
"$BUILD/cpyread-index" "$TMP/tree" --db "$TMP/b.db" > "$TMP/said" 2>&1
grep -q '^cpyread: build/compile_commands.json: gives the arguments of [1-9][0-9]* of [1-9][0-9]* units' "$TMP/said"
for db in a b; do
    sqlite3 "$TMP/$db.db" "SELECT caller, callee, file, line, macro FROM calls WHERE kind = 'direct'" > "$TMP/$db.rows"
done
test -s "$TMP/a.rows"
diff "$TMP/a.rows" "$TMP/b.rows"

# Broken: a line says so, and the plan goes on.
echo '[{"file": ]' > "$TMP/tree/build/compile_commands.json"
"$BUILD/cpyread-index" "$TMP/tree" --db "$TMP/b.db" > "$TMP/said" 2>&1
grep -q '^cpyread: build/compile_commands.json:1: a text in quotes expected; it is not used' "$TMP/said"
