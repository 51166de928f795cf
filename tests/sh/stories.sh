# Stories in an index: the indexer takes in what notes/stories holds, the same each time; a changed story makes the index
# new, none at all empties it; a mistake costs its line. Without files the viewer tells the commits from the index.
. tests/sh/index-common
export CPYREAD_NOTES=$TMP/notes
db=$tree.db
cpyread() { "$BUILD/cpyread" --db "$db" --src "$tree" "$@"; }
stories() { sqlite3 "$db" 'SELECT story, issue, substr(hash, 1, 4), title, grade FROM stories'; }

mkdir -p "$CPYREAD_NOTES/stories"
printf 'issue\thash\ttitle\ttitle_ko\tgrade\n31179\t%040d\tCopies\t복사\tcertain\n' 7 >"$CPYREAD_NOTES/stories/mini.tsv"
lay
index
expect 'an index with a story' 0
[ "$(stories)" = 'mini|31179|0000|Copies|certain' ] || complain "the index has another story: $(stories)"
index
expect 'the same again' 0
grep -q 'is up to date' "$TMP/out" || complain 'the same story makes it anew'

printf '31180\t%040d\tMore\t더\t\nx\n' 8 >>"$CPYREAD_NOTES/stories/mini.tsv"
index
expect 'a story with one more commit and a mistake' 0 'mini.tsv:4: not as many cells as there are columns'
[ "$(sqlite3 "$db" 'SELECT count(*) FROM stories')" = 2 ] || complain "not two commits: $(stories)"

# The viewer reads the file, which may be newer; without it, the index.
printf '31181\t%040d\tStill more\t더더\t\n' 9 >>"$CPYREAD_NOTES/stories/mini.tsv"
cpyread story mini 31181 >"$TMP/out" 2>"$TMP/err" || complain 'what the file has is not told'
grep -q 'Still more' "$TMP/out" || complain 'what the file has is not told'
CPYREAD_NOTES=$TMP/none cpyread story mini 31179 >"$TMP/out" 2>"$TMP/err" || complain 'what the index has is not told'
grep -q 'Copies' "$TMP/out" || complain 'what the index has is not told'

rm -r "$CPYREAD_NOTES/stories"
index
expect 'no stories any more' 0
[ -z "$(stories)" ] || complain "the story is still there: $(stories)"
