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

# What the story's own text tells: what to time, the way, why; and the terms that the printed functions show.
export CPYREAD_NOTES="$TMP/told"
mkdir -p told/stories
printf 'hash\ttitle\ttitle_ko\tissue\n%s\tWhy?\t왜?\t123\n' "$hash" > told/stories/story.tsv
cat > told/stories/story.story << 'END'
[story]
title=A story

[123]
why=It copies the table.
setup=d = {"it's": 1}
timeit=d.copy() == 'it"s'
measured=3.6 9 µs
shows=3.7
look=clone_combined_dict;PyDict_Copy;no_such;Lib/os.py:x
chain=dict_copy;no_such;PyDict_Copy;clone_combined_dict
python=d.copy()
END
cat > glossary.md << 'END'
| English | a | b | meaning | in C |
|---|---|---|---|---|
| never | 없음 | 없음 | not here | `no_such_*` |
| counting | 세기 | 세기 | counts | `Py_INCREF` `PyDict_*` |
| without | 없이 | 없이 | has no names |
END
ask notes new told --speedup 123 > said
grep -qx 'symbols: PyDict_Copy clone_combined_dict dict_copy' told.en.md
printf '%s\n' '>>> d.copy()' dict_copy PyDict_Copy clone_combined_dict > way
sed -n '/^```strip/,/^```$/p' told.en.md | sed '1d;$d' | cmp - way
sed -n '/^```glossary/,/^```$/p' told.en.md | sed '1d;$d' > terms
test "$(cat terms)" = 'counting: counts'
grep -qx 'The effect shows from Python 3.7 on.' told.en.md
grep -qx -- '- Why: It copies the table.' told.en.md
grep -qx -- '- Measured: 3.6 9 µs' told.en.md
sed -n '/^```python gdb/,/^```$/p' told.en.md | grep -qx 'id(0)'
ask notes check told.en.md
if command -v python3 > /dev/null; then
    ask notes check told.en.md --run python3
fi
# Without a glossary, and of what the story does not tell of.
rm glossary.md
ask notes new bare --speedup 123 --lang ko > said
grep -q '^```glossary' bare.ko.md && exit 1
grep -qx '효과는 파이썬 3.7 버전부터 보인다.' bare.ko.md
ask handout --speedup 124 -o f.html > said
