# A draft of a story from an index that has one: path, source, commit with its hunk, a warm-up; what it lacks is left out.
command -v sqlite3 > /dev/null || { echo 'no sqlite3'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export PATH="$BUILD:$PATH"
cd "$TMP"
cp "$MINI.db" story.db
hash=$(git -C "$MINI" log -1 --format=%H copy)
other=$(git -C "$MINI" log -1 --format=%H growth)
sqlite3 story.db <<END
INSERT INTO story_commit (story, ordinal, issue, hash, date, under, claim, claim_ko, claim_source, title, title_ko)
VALUES ('story', 1, '123', '$hash', '2018-01-22', '123', 'twice as "fast" <b>', '두 배', 'NEWS', 'Why did it get faster?', '왜 빨라졌을까?'),
       ('story', 2, '124', '$other', '2018-01-23', '124', '-', NULL, NULL, 'only Python', '파이썬만');
END
export CPYREAD_DB="$TMP/story.db"
ask() { cpyread --src "$MINI" "$@"; }

ask notes new --speedup 123 > said
test -s speedup-123.en.md
grep -qx 'title: Why did it get faster?' speedup-123.en.md
grep -qx 'symbols: PyDict_Copy clone_combined_dict' speedup-123.en.md
grep -qx "commits: $(echo "$hash" | cut -c 1-10)" speedup-123.en.md
sed -n '/^```strip/,/^```$/p' speedup-123.en.md | grep -A 1 '^PyDict_Copy$' | grep -qx clone_combined_dict
grep -qx "\`\`\`commit $(echo "$hash" | cut -c 1-10)" speedup-123.en.md
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

# Warm-ups of a story: what a commit added, and where a function went.
removal=$(git -C "$MINI" log -1 --format=%H removal)
sqlite3 story.db "INSERT INTO story_commit (story, ordinal, hash, under, title, title_ko) VALUES ('story', 3, '$removal', 'x', 'x', 'x')"
ask warmup 1 --kind added > said
grep -q 'Which of these did the commit add' said
test "$(grep -c '^    ' said)" = 4
grep -q '^clone_combined_dict' said && exit 1
ask warmup 1 --kind added --answer | grep -qx clone_combined_dict
ask warmup 1 --kind gone --lang ko > said
grep -q '^어디로 갔을까? list_room 함수는 ' said
grep -q 'gone since' said && exit 1
ask warmup 1 --kind gone --answer | grep -q '^gone since '
