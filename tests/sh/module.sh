# What draws pictures and reads notes lies in a module beside the program, or in lib/cpyread/ where it is installed. The
# other commands neither need it nor load what it needs; without it, or with a broken one, a line says so.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db"
mkdir -p "$TMP/usr/bin" "$TMP/usr/lib/cpyread"
cp "$BUILD/cpyread" "$TMP/usr/bin"
cd "$TMP"

# refused MESSAGE WORDS…
refused() {
    message=$1
    shift
    status=0
    usr/bin/cpyread "$@" > printed 2> said || status=$?
    [ $status -eq 3 ] && grep -q "$message" said && [ "$(wc -l < said)" -eq 1 ] && [ ! -s printed ] ||
        { echo "status $status: $*"; cat said; exit 1; }
}

if ldd "$BUILD/cpyread" | grep -E 'libgvc|libcgraph|libcmark'; then
    echo 'the program itself loads them'
    exit 1
fi
usr/bin/cpyread callers PyList_Append | grep -q list_concat
usr/bin/cpyread graph PyList_Append | grep -q list_resize
printf -- '---\ntitle: a\n---\nText.\n```lines 1\n```\n' > note.md
refused "neither $TMP/usr/bin/cpyread-paper.so nor $TMP/usr/lib/cpyread/cpyread-paper.so" graph app1 -o a.svg
refused 'make it with: make' handout note.md -o a.html
[ ! -e a.svg ] && [ ! -e a.html ]
echo broken > usr/lib/cpyread/cpyread-paper.so
refused 'cannot load what draws pictures.*apt-get install libgraphviz-dev' graph app1 -o a.svg
cp "$BUILD/cpyread-paper.so" usr/lib/cpyread
usr/bin/cpyread graph app1 -o a.svg > said
usr/bin/cpyread handout note.md -o a.html > said
grep -q '>app1</text>' a.svg
grep -q 'Text\.' a.html
