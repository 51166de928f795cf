# What the machine may lack: a Korean font, weasyprint; and a weasyprint that fails. The old sheet stays each time.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db"
cd "$TMP"
printf -- '---\ntitle: a\n---\nText.\n```lines 1\n```\n' > note.md
mkdir bin
ln -s "$BUILD/cpyread" bin/
echo old > note.pdf
echo old > note.html

# refused MESSAGE WORDS…: the command fails, says so, and leaves no file behind.
refused() {
    message=$1
    shift
    if PATH=$TMP/bin "$@" 2> said; then
        echo "not refused: $*"
        exit 1
    fi
    grep -q -e "$message" said || { cat said; exit 1; }
    test "$(cat note.pdf note.html | sort -u)" = old
    test -z "$(find . -name '*.new')"
}

refused 'no weasyprint here.*apt-get install weasyprint' cpyread handout note.md -o note.pdf

printf '#!/bin/sh\nexit 0\n' > bin/fc-list # knows no font
chmod +x bin/fc-list
refused 'no Korean font here.*apt-get install fonts-nanum' cpyread handout note.md --lang ko -o note.html
refused 'no Korean font here' cpyread graph PyDict_Copy --lang ko -o note.svg

printf '#!/bin/sh\necho half > "$4"\necho "no memory" >&2\nexit 1\n' > bin/weasyprint
chmod +x bin/weasyprint
refused 'weasyprint failed: no memory' cpyread handout note.md -o note.pdf

# A source file that changed since it was indexed.
cp -r "$MINI" tree
cp "$MINI.db" tree.db
echo >> tree/Objects/listobject.c
printf -- '---\ntitle: a\n---\n```cpyread\nsource PyList_Append\n```\n' > note.md
refused 'note.md:5: Objects/listobject.c is no longer the file that was indexed' \
    cpyread --db tree.db handout note.md -o note.html
printf -- '---\ntitle: a\n---\n```cpyread\ngraph PyList_Append\n```\n```lines 1\n```\n' > note.md
refused 'note.md:5: Objects/listobject.c is no longer the file that was indexed' \
    cpyread --db tree.db handout note.md -o note.html

# A note of another version is printed, with a word of warning; so is why it is refused.
printf -- '---\ntitle: a\ntree: 3.1\n---\nText.\n' > other.md
refused 'other.md:5: this page has no line .* (the note is for 3.1, the index is of 3.7.0)' cpyread handout other.md -o note.html
printf -- '---\ntitle: a\ntree: 3.1\n---\nText.\n```lines 1\n```\n' > note.md
PATH=$TMP/bin:$PATH cpyread handout note.md -o note.html > said 2>&1
grep -q 'note.md:1: the note is for 3.1, the index is of 3.7.0' said
sed -i 's/3.1/3.7\nsymbols: app1 no_such_one/' note.md
PATH=$TMP/bin:$PATH cpyread handout note.md -o note.html > said 2>&1
if grep 'the note is for' said; then exit 1; fi
grep -q 'note.md:1: the note is about no_such_one, which CPython 3.7.0' said
if grep app1 said; then exit 1; fi

# Where nothing can be written is known before the work; of a traceback the error alone is told.
printf '#!/bin/sh\nexit 1\n' > bin/weasyprint
PATH=$TMP/bin cpyread handout note.md -o "$TMP/none/x.pdf" 2> said && exit 1
grep -q "cannot write $TMP/none/x.pdf: No such file or directory" said || { cat said; exit 1; }
printf '#!/bin/sh\necho "Traceback:\n  File x\nOSError: no font here\nbye" >&2\nexit 1\n' > bin/weasyprint
PATH=$TMP/bin cpyread handout note.md -o x.pdf 2> said && exit 1
grep -qx 'cpyread: weasyprint failed: OSError: no font here' said || { cat said; exit 1; }
