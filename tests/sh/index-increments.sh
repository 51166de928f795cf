# An index that is brought up to date is the one that would be made anew, whatever happened to the tree; what did not
# change is not read again.
tree=$TMP/3.7
cp -a "$MINI" "$tree"
[ -x "$BUILD/cpyread-index" ] || { echo 'no indexer in this build'; exit 77; }

# index [OPTION]…: brings 3.7.db up to date.
index() { "$BUILD/cpyread-index" "$tree" -j2 "$@" >"$TMP/out" 2>&1 || { cat "$TMP/out"; exit 1; }; }

# same WHAT: 3.7.db and one that is made anew have the same dump; a second run finds nothing to do.
same() {
    index
    mv "$TMP/out" "$TMP/first"
    "$BUILD/cpyread-index" "$tree" -j2 --db "$TMP/anew.db" --force >"$TMP/out" 2>&1
    sqlite3 "$tree.db" .dump >"$TMP/by-increments"
    sqlite3 "$TMP/anew.db" .dump >"$TMP/at-once"
    if ! diff "$TMP/at-once" "$TMP/by-increments" >"$TMP/difference"; then
        echo "$1: by increments the index differs:"
        head -n 20 "$TMP/difference"
        exit 1
    fi
    index
    grep -q 'is up to date' "$TMP/out" || { echo "$1: a second run read something:"; cat "$TMP/out"; exit 1; }
}

# read_again N: so many files were read.
read_again() {
    grep -q ": $1 files\{0,1\} read again" "$TMP/first" || { echo "$1 file(s) should have been read:"; cat "$TMP/first"; exit 1; }
}

same 'at first'
cp "$TMP/at-once" "$TMP/original"

cd "$tree"
echo 'int added_at_the_end(void) { return PyList_New(1) == NULL; }' >>Objects/listobject.c
same 'a function added'
read_again 1

sed -i '1i int added_at_the_top;' Objects/dictobject.c
same 'a line added at the top'
read_again 1

touch Objects/dictobject.c Include/object.h
same 'only times changed'
grep -q 'is up to date' "$TMP/first"

cp Lib/greeting.py "$TMP/kept"
echo 'def waves(): pass' >>Lib/greeting.py
same 'a function added to Lib'
read_again 0
grep -q 'greeting.waves' "$TMP/at-once" || { echo 'greeting.waves is not in the index'; exit 1; }
cp "$TMP/kept" Lib/greeting.py

sed -i 's/^PyDict_Copy(/PyDict_Duplicate(/' Objects/dictobject.c
same 'a function renamed that others call'

mv Objects/longobject.c "$TMP/kept"
same 'a unit removed'
mv "$TMP/kept" Objects/longobject.c
same 'and back'

cp Objects/stringlib/find.h "$TMP/kept"
echo '#define NEW_IN_FIND 1' >>Objects/stringlib/find.h
same 'a template changed'
cp "$TMP/kept" Objects/stringlib/find.h

cp Include/object.h "$TMP/kept"
echo 'extern int in_object_h;' >>Include/object.h
same 'a header changed that all include'
cp "$TMP/kept" Include/object.h

echo '#define SHADOW 1' >Objects/object.h
same 'a header that comes to stand before another of its name'
rm Objects/object.h
same 'and goes'

mkdir -p Include/nosuch
echo 'int nosuch_is_here(void);' >Include/nosuch.h
same 'a header that was missing'
rm -r Include/nosuch Include/nosuch.h

git mv Modules/gcmodule.c Modules/collector.c 2>/dev/null || mv Modules/gcmodule.c Modules/collector.c
sed -i 's/gcmodule\.o/collector.o/; s/gcmodule\.c/collector.c/' Makefile.pre.in Modules/Setup.dist setup.py
same 'a unit by another name'

sed -i 's/3\.7\.0/3.7.9/' Include/patchlevel.h
same 'another version'

git checkout -qf HEAD .
rm -f Modules/collector.c
git reset -q --hard
same 'all as it was'
diff "$TMP/original" "$TMP/by-increments" >/dev/null || { echo 'back where we began, the index differs'; exit 1; }
