# `cpyread seen`: what a recorded run executed is marked, nothing else is; what is no recording of the tree is refused, and
# then the index is as it was.
. tests/sh/index-common
records=$ROOT/tests/recordings
db=$tree.db

# seen RECORD…: as index() of index-common.
seen() {
    status=0
    "$BUILD/cpyread" --db "$db" --src "$tree" seen "$@" >"$TMP/out" 2>"$TMP/err" || status=$?
}

# marks: the marked calls, without those that are marked on several lines twice.
marks() { sqlite3 -separator ' ' "$db" "SELECT DISTINCT caller, callee, kind, seen FROM calls WHERE seen IS NOT NULL ORDER BY 1, 2, 3"; }

same_marks() { # WHAT
    marks >"$TMP/marks"
    diff "$TMP/expected" "$TMP/marks" || complain "$1: other marks than expected:"
}

cat >"$TMP/expected" <<'END'
PyNumber_Add binary_op1 direct 3
PyObject_Size type_error direct 2
binary_op1 long_add slot 3
long_add PyLong_FromLong direct 3
math_1 newton pointer 4
math_sqrt math_1 direct 4
newton newton direct 13
END

lay
index
expect 'an index' 0
[ -z "$(marks)" ] || complain 'marked before anything was taken in'
sqlite3 "$db" 'SELECT count(*) FROM calls' >"$TMP/before"

# Both formats say the same; once more is the same; no call is added; the next index run has nothing to do.
for record in mini.callgrind mini.recording mini.recording; do
    seen "$records/$record"
    expect "$record" 0
    grep -qxF "$db: 7 of 8 executed pairs of functions are marked as seen" "$TMP/out" || complain "$record: another summary:"
    same_marks "$record"
    dump "$db" >"$TMP/dump.$record"
done
cmp "$TMP/dump.mini.callgrind" "$TMP/dump.mini.recording"
sqlite3 "$db" 'SELECT count(*) FROM calls' | cmp - "$TMP/before"
clean 'taking in'
index
grep -q 'is up to date' "$TMP/out" || complain 'the index run after it read something:'

# Processes of one run: a forked child begins with its parent's counts.
sed -e 's/^calls=3 54/calls=5 54/' -e 's/^pid: .*/pid: 102/' "$records/mini.callgrind" >"$TMP/child"
seen "$records/mini.callgrind" "$TMP/child"
expect 'a child' 0
marks | grep -qx 'PyNumber_Add binary_op1 direct 5' || complain 'a pair should have the largest count of the processes'

# Who reads the old index goes on with it: the new one is another file.
inode=$(stat -c %i "$db")
seen "$records/mini.recording"
[ "$(stat -c %i "$db")" != "$inode" ] || complain 'the index was written in place'

# refuse WHAT WORDS RECORD…: is refused with one line of these words, and the index is as it was.
refuse() {
    what=$1 words=$2
    shift 2
    dump "$db" >"$TMP/kept"
    seen "$@"
    expect "$what" 3 "$words"
    dump "$db" | cmp - "$TMP/kept" || complain "$what: the index was changed"
    clean "$what"
}
: >"$TMP/empty"
head -n 60 "$records/mini.callgrind" >"$TMP/cut"
head -n 12 "$records/mini.recording" >"$TMP/cut-own"
sed 's/^newton .*/newton 0*x/' "$records/mini.recording" >"$TMP/damaged"
sed 's/^newton .*/newton 99/' "$records/mini.recording" >"$TMP/dangling"
sed 's/^cfn=(2).*/cfn=(77)/' "$records/mini.callgrind" >"$TMP/damaged.callgrind"
sed 's/^version .*/version 3.8.1/' "$records/mini.recording" >"$TMP/other-version"
sed -e 's/^math_1 /math_2 /' -e 's/^newton /fermat /' "$records/mini.recording" >"$TMP/other-tree"
sed -E 's,(Objects|Modules|Include)/,perl/,' "$records/mini.callgrind" >"$TMP/perl"
refuse 'an empty file' 'empty: is empty; a recording is what valgrind' "$TMP/empty"
refuse 'another file' 'is no recording' "$tree/README.rst"
refuse 'no file' 'No such file' "$TMP/nothing"
refuse 'a folder' "$TMP" "$TMP"
refuse 'a file that is cut off' 'cut off' "$TMP/cut"
refuse 'a recording that is cut off' 'cut off' "$TMP/cut-own"
refuse 'a damaged recording' 'damaged:13: damaged' "$TMP/damaged"
refuse 'a call of nothing' 'it names a function that it does not have' "$TMP/dangling"
refuse 'a damaged file' 'damaged.callgrind:18: damaged' "$TMP/damaged.callgrind"
refuse 'another version' 'a recording of CPython 3.8.1, and the index is of 3.7.0' "$TMP/other-version"
refuse 'another tree' '2 of its 9 functions are not in the index' "$TMP/other-tree"
refuse 'another program' "nothing in it lies in the tree's files" "$TMP/perl"
refuse 'one of two' 'is empty' "$records/mini.recording" "$TMP/empty"

# No right to write: said, and nothing is left behind. (Root may write anywhere.)
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w "$db"
    refuse 'a read-only index' 'copy it where it can be written' "$records/mini.recording"
    chmod u+w "$db"
fi
mkdir "$db.new" && mv "$db.new" "$TMP/folder" && : >"$db.new" # the folder that it works in cannot be made
seen "$records/mini.recording"
expect 'no room to work' 3 "$db.new"
rm "$db.new"

# says WORDS: the index run before has said so.
says() { grep -qxF "  $1" "$TMP/out" || complain "it does not say: $1"; }

# What was marked stays so, whether the tree has changed or all is made anew; and when a change is taken back, the index is
# what it was.
dump "$db" >"$TMP/marked"
cp "$tree/Modules/mathmodule.c" "$TMP/mathmodule.c"
echo '/* changed */' >>"$tree/Modules/mathmodule.c"
index
says '7 of 7 pairs of functions stay marked as seen'
same_marks 'a changed tree'
cp "$TMP/mathmodule.c" "$tree/Modules"
index
dump "$db" | cmp - "$TMP/marked" || complain 'a change taken back: another index'
index --force
says '7 of 7 pairs of functions stay marked as seen'
dump "$db" | cmp - "$TMP/marked" || complain 'made anew: another index'

# Marks that cannot be read are said to be gone.
sqlite3 "$db" 'ALTER TABLE seen RENAME COLUMN count TO times'
index
grep -q 'marked as seen cannot be read (.*); take it in again: cpyread seen RECORD' "$TMP/err" || complain 'nothing is said of it:'
[ -z "$(marks)" ] || complain 'marks that could not be read'
seen "$records/mini.recording"
dump "$db" | cmp - "$TMP/marked" || complain 'taken in again: another index'

# Functions that are gone, or have another name, lose theirs.
sed -i 's/newton/fermat/g' "$tree/Modules/mathmodule.c"
index
says '5 of 7 pairs of functions stay marked as seen'
grep -v newton "$TMP/expected" >"$TMP/fewer"
marks | diff "$TMP/fewer" - || complain 'a function that has another name'

# Another version is another program.
sed -i 's/\(PY_MINOR_VERSION[ \t]*\).*/\18/; s/\(PY_VERSION[ \t]*\).*/\1"3.8.0"/' "$tree/Include/patchlevel.h"
index
says 'no longer marked as seen, for that was CPython 3.7.0: take in a recording with cpyread seen RECORD'
[ -z "$(marks)" ] || complain 'marks of another version'
