# What a commit did is found at that commit; new commits are added without reading the old again; a rebuilt index keeps them.
. tests/sh/index-common

# ask SQL: an answer of the index.
ask() {
    sqlite3 "$tree.db" "$1"
}

# same WHAT: the index says what one says that was made at once.
same() {
    sqlite3 "$tree.db" .dump >"$TMP/now"
    sqlite3 "$TMP/once.db" .dump >"$TMP/once"
    cmp -s "$TMP/once" "$TMP/now" || complain "$1: another index than made at once: $(diff "$TMP/once" "$TMP/now" | head -5)"
}

# rows: the rows of a commit's functions, apart by blanks.
rows() {
    ask "SELECT function, kind, change, coalesce(was, '-') FROM commit_functions WHERE hash = '$(git -C "$tree" rev-parse "$1")'
         AND NOT generated ORDER BY 1, 2, 3" | tr '\n' ' '
}

lay
index --force
[ "$status" = 0 ] || complain 'an index with history'
grep -q 'history: 13 commits, 13 of them read' "$TMP/out" || complain 'it does not say how much was read'
cp "$tree.db" "$TMP/once.db"

# ---- what each kind of commit is said to have done ----
while read -r tag expected; do
    found=$(rows "$tag")
    [ "$found" = "$expected " ] || complain "$tag: found '$found', expected '$expected'"
done <<'END'
copy PyDict_Copy|function|changed|- clone_combined_dict|function|added|-
move PyObject_CallOneArg|function|moved|Objects/methodobject.c:PyObject_CallOneArg
comment dictresize|function|comment|-
load-const LOAD_CONST|opcode|changed|-
merge list_item|function|changed|-
removal list_room|function|removed|-
growth GROWTH_RATE|macro|changed|-
inplace PyNumberMethods|type|changed|- long_as_number|variable|changed|-
END
[ "$(ask "SELECT was FROM commit_functions WHERE function = 'binary_op1' AND change = 'added'")" = Objects/abstract.c:binop_type ] ||
    complain 'a rename'
[ "$(ask "SELECT count(*) FROM commit_functions WHERE generated AND file LIKE '%clinic%'")" = 3 ] || complain 'generated code'
[ "$(ask 'SELECT sum(merge) FROM commits')" = 1 ] || complain 'a merge'
[ "$(ask "SELECT group_concat(tracker || number) FROM (SELECT * FROM commit_issues WHERE number IN (28685, 31179, 582, 3067, 1001)
         ORDER BY number)")" = gh28685,bpo31179 ] || complain 'issues, and pull requests that are none'

# ---- by increments ----
index --force --history lookup..sort
[ "$(ask 'SELECT count(*) FROM commits')" = 8 ] || complain 'a range'
index
grep -q 'history: 13 commits, 5 of them read' "$TMP/out" || complain 'commits were read again that the index had'
same 'commits added'
index
grep -q 'up to date' "$TMP/out" || complain 'it is not seen that nothing changed'
index --history lookup..copy
[ "$(ask 'SELECT count(*) FROM commits')" = 6 ] || complain 'a shorter range'
index --history none
[ "$(ask 'SELECT count(*) FROM commits')" = 0 ] || complain 'no history'
index
same 'history again'

# A tree that changes keeps its commits, also where the whole index is written anew.
for file in "$tree"/*/*.c; do
    echo 'static int added_by_the_test;' >>"$file"
done
index
grep -q 'history' "$TMP/out" && complain 'commits were read again after a change of the tree'
[ "$(ask 'SELECT count(*) FROM commits')" = 13 ] || complain 'commits were lost with a change of the tree'
git -C "$tree" -c user.name=me -c user.email=me@example.org commit --quiet --all --message 'Add a variable everywhere'
index
grep -q 'history: 14 commits, 1 of them read' "$TMP/out" || complain 'a new commit'
[ "$(ask "SELECT count(*) FROM commit_functions WHERE function = 'added_by_the_test' AND kind = 'variable' AND change = 'added'")" -gt 5 ] ||
    complain 'what the new commit did'
clean 'history'
