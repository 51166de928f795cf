# A draft of a story from an index that has one: path, source, commit with its hunk, a warm-up; what it lacks is left out.
command -v sqlite3 > /dev/null || { echo 'no sqlite3'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export PATH="$BUILD:$PATH"
cd "$TMP"
cp "$MINI.db" story.db
hash=$(git -C "$MINI" log -1 --format=%H copy)
sqlite3 story.db <<END
DROP VIEW IF EXISTS stories;
DROP VIEW IF EXISTS commits;
DROP VIEW IF EXISTS commit_functions;
CREATE VIEW stories AS SELECT 'story' AS story, '123' AS issue, '$hash' AS hash, 'dict' AS area, 'C' AS kind, 'twice as "fast" <b>' AS claim,
    'NEWS' AS claim_source, 'Why did it get faster?' AS title, '왜 빨라졌을까?' AS title_ko, 'certain' AS grade
    UNION ALL SELECT 'story', '124', '1234567', 'x', 'python', '-', NULL, NULL, NULL, NULL;
CREATE VIEW commits AS SELECT '$hash' AS hash, '2018-01-22T10:00:00+01:00' AS date, 'A. Uthor' AS author, 'a subject' AS subject,
    '123' AS issue, 0 AS merge
    UNION ALL SELECT '1234567', '2018-01-23T10:00:00+01:00', 'B', 'only Python', '124', 0;
CREATE VIEW commit_functions AS SELECT '$hash' AS hash, 'clone_combined_dict' AS function, 'function' AS kind, 'Objects/dictobject.c' AS file,
    NULL AS part, 'added' AS change, NULL AS was, 9 AS lines_added, 0 AS lines_removed, 0 AS generated, 0 AS test
    UNION ALL SELECT '$hash', 'PyDict_Copy', 'function', 'Objects/dictobject.c', NULL, 'changed', NULL, 3, 0, 0, 0
    UNION ALL SELECT '$hash', 'gone_by_now', 'function', 'Objects/dictobject.c', NULL, 'removed', NULL, 99, 0, 0, 0;
END
export CPYREAD_DB="$TMP/story.db"
ask() { cpyread --src "$MINI" "$@"; }

ask notes new --speedup 123 > said
test -s speedup-123.en.md
grep -qx 'title: Why did it get faster?' speedup-123.en.md
grep -qx 'symbols: PyDict_Copy clone_combined_dict' speedup-123.en.md
grep -qx "commits: $(echo "$hash" | cut -c 1-10)" speedup-123.en.md
sed -n '/^```strip/,/^```$/p' speedup-123.en.md | grep -A 1 '^PyDict_Copy$' | grep -qx clone_combined_dict
grep -q '^@@ ' speedup-123.en.md
grep -q '^### Warm-up' speedup-123.en.md
grep -qx -- '- Warm-up: `clone_combined_dict`.' speedup-123.en.md
ask notes check speedup-123.en.md

# In one command, by the issue or the commit; in Korean; one without any C.
ask handout --speedup bpo-123 -o a.html > said
grep -q 'twice as &quot;fast&quot; &lt;b&gt;' a.html
grep -q 'id="src-clone_combined_dict"' a.html
ask handout --speedup "$hash" -o b.html > said
cmp a.html b.html
ask handout --speedup 124 -o c.html > said
grep -q 'only Python: why is it faster?' c.html
if fc-list :lang=ko | grep -q .; then
    ask handout --speedup 123 --lang ko -o d.html > said
    grep -q '<title>왜 빨라졌을까?</title>' d.html
fi
ask handout --speedup 999 -o e.html 2> said && exit 1
grep -q 'no story of 999' said
ask handout --speedup "1' OR 1" -o e.html 2> said && exit 1
grep -q "neither an issue's number nor a commit's hash" said
test ! -e e.html
