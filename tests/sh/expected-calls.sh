# The comments beside the calls of tests/mini-cpython against the index: /* call: CALLEE KIND [VIA]; … */
#
# Each call that is written there must be a row of `calls` with that kind, at that file and line; a line with a comment
# must have no other direct call ("none": none at all). CALLEE is a name, or file.c:name where two functions have one.
# Kinds that are not in `kinds` yet are passed over.
kinds="'direct', 'macro', 'slot', 'pointer', 'name'"

test -s "$MINI.db" || { echo 'there is no index of the small tree'; exit 77; }

# written TREE: prints the comments' calls: file, line, callee, its file, kind, via, with tabs; empty where not written.
written() {
    (cd "$1" && grep -rnoE --include='*.[ch]' '/\* call: .*\*/' .) | awk '{
        match($0, /:[0-9]+:/)
        file = substr($0, 3, RSTART - 3)
        line = substr($0, RSTART + 1, RLENGTH - 2)
        calls = substr($0, RSTART + RLENGTH)
        gsub(/^\/\* call: | *\*\/$/, "", calls)
        n = split(calls, call, /; */)
        for (i = 1; i <= n; i++) {
            word[2] = word[3] = ""
            split(call[i], word, " ")
            colon = index(word[1], ":")
            print file "\t" line "\t" substr(word[1], colon + 1) "\t" substr(word[1], 1, colon ? colon - 1 : 0) \
                  "\t" word[2] "\t" word[3]
        }
    }'
}

# compare DATABASE EXPECTED: prints what one has and the other lacks.
compare() {
    sqlite3 "$1" <<END
.mode tabs
CREATE TEMP TABLE expected (file TEXT, line INTEGER, callee TEXT, callee_file TEXT, kind TEXT, via TEXT);
.import $2 expected
CREATE TEMP TABLE found AS
SELECT file, line, caller, callee, '/' || coalesce(callee_file, '') AS callee_file, kind, coalesce(via, '') AS via
FROM calls WHERE kind IN ($kinds);
-- One row for each pair of a comment and a call that it describes.
CREATE TEMP TABLE met AS
SELECT expected.rowid AS expected, found.rowid AS found
FROM expected JOIN found USING (file, line, callee, kind)
WHERE expected.via IN ('', found.via)
  AND (expected.callee_file = '' OR found.callee_file LIKE '%/' || expected.callee_file);

SELECT 'not found: ' || file || ':' || line || ': ' || callee || ' ' || kind || ' ' || via
FROM expected WHERE kind IN ($kinds) AND rowid NOT IN (SELECT expected FROM met)
ORDER BY file, line, callee;
SELECT 'not expected: ' || file || ':' || line || ': ' || caller || ' calls ' || callee
FROM found WHERE kind = 'direct' AND (file, line) IN (SELECT file, line FROM expected)
  AND rowid NOT IN (SELECT found FROM met)
ORDER BY file, line, callee;
SELECT 'not understood: ' || file || ':' || line || ': ' || callee || ' ' || kind
FROM expected WHERE kind NOT IN ('direct', 'macro', 'slot', 'pointer', 'name', 'frame') AND callee <> 'none';
END
}

# First that it finds what is wrong: one call too few, one too many, one in another file's function of that name.
mkdir "$TMP/wrong"
cat > "$TMP/wrong/a.c" <<'END'
f(x);      /* call: f direct; SQUARE macro */
f(x); g(); /* call: f direct */
f(x);      /* call: b.c:f direct */
h(x);      /* call: none; h slto */
END
written "$TMP/wrong" > "$TMP/wrong.tsv"
sqlite3 "$TMP/wrong.db" <<'END'
CREATE TABLE calls (file, line, caller, callee, callee_file, kind, via);
INSERT INTO calls VALUES ('a.c', 1, 'main', 'f', 'a.c', 'direct', NULL), ('a.c', 2, 'main', 'f', 'a.c', 'direct', NULL),
    ('a.c', 2, 'main', 'g', 'a.c', 'direct', NULL), ('a.c', 3, 'main', 'f', 'a.c', 'direct', NULL);
END
compare "$TMP/wrong.db" "$TMP/wrong.tsv" > "$TMP/found"
diff -u - "$TMP/found" <<'END' || { echo 'the comparison itself is wrong'; exit 1; }
not found: a.c:1: SQUARE macro 
not found: a.c:3: f direct 
not expected: a.c:2: main calls g
not expected: a.c:3: main calls f
not understood: a.c:4: h slto
END

written "$MINI" > "$TMP/expected.tsv"
test "$(wc -l < "$TMP/expected.tsv")" -gt 100 || { echo 'hardly a call is written in the tree'; exit 1; }
compare "$MINI.db" "$TMP/expected.tsv" > "$TMP/found"
cat "$TMP/found"
test ! -s "$TMP/found"
