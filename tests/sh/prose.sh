# Texts of the tree that name a symbol, or are about its file; those of other files, and longer names, are not.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
cd "$TMP"
cp -r "$MINI" tree
cp "$MINI.db" tree.db
mkdir -p tree/InternalDocs tree/Doc/c-api
printf 'Title\n\nHow it grows: see list_resize_all.\n\n  list_resize() makes room.\n' > tree/InternalDocs/growing.md
echo 'Notes on dictionaries' > tree/Objects/dictnotes.txt
echo 'Notes on sorting' > tree/Objects/listsort.txt
echo '.. c:function:: int PyList_Append(PyObject *list, PyObject *item)' > tree/Doc/c-api/list.rst

worth() {
    "$BUILD/cpyread" --db tree.db show "$1" --no-source --json |
        sed 's/.*"worth reading"//; t; d' | grep -o '"file":"[^"]*","line":[0-9]*,"text":"[^"]*"' > out || :
}

worth list_resize
test "$(cat out)" = '"file":"InternalDocs/growing.md","line":5,"text":"list_resize() makes room."
"file":"Objects/listsort.txt","line":1,"text":"Notes on sorting"' || { cat out; exit 1; }
worth PyList_Append
test "$(head -n 1 out)" = '"file":"Doc/c-api/list.rst","line":1,"text":".. c:function:: int PyList_Append(PyObject *list, PyObject *item)"'
worth PyDict_Copy
test "$(cat out)" = '"file":"Objects/dictnotes.txt","line":1,"text":"Notes on dictionaries"'
worth type_error
test ! -s out
