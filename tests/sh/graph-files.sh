# A picture in each format; the same index gives the same DOT; what cannot be written leaves the old file.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"
cd "$TMP"
for format in svg pdf png dot; do
    cpyread graph PyDict_Copy -o "p.$format" 2> said
    test ! -s said || { cat said; exit 1; }
done
head -c 5 p.pdf | grep -q '%PDF-'
head -c 4 p.png | grep -q PNG
grep -q '<svg' p.svg
grep -q 'Objects/dictobject.c#L' p.svg
cpyread graph PyDict_Copy -o again.dot > said
cmp p.dot again.dot
grep -q 'wrote again.dot: ' said

# A strip is one column: a page holds a long one whole, and what is cut of a longer one stands in its place.
set -- main Py_Main Py_Initialize _PyBuiltin_Init PyModule_Create PyModule_AddObject PyDict_SetItem PyObject_Hash \
    PyObject_HashNotImplemented PyErr_Format PyErr_SetString PyUnicode_FromString unicode_new
cpyread graph --strip "$@" -o strip.pdf > said
grep -q 'wrote strip.pdf: 13 nodes, type of ' said
cpyread graph --strip "$@" _PyObject_New PyErr_NoMemory PyErr_SetNone PyErr_Restore PyThreadState_Get -o strip.dot > said 2>&1
grep -q 'cut so that the type can be read' said
grep -q 'more-path' strip.dot
if grep -q constraint strip.dot; then exit 1; fi
rm strip.*

mkdir taken.svg # a folder of that name: the file cannot get its name
! cpyread graph PyDict_Copy -o taken.svg 2> said
grep -q '^cpyread: cannot write taken.svg: ' said
test "$(ls)" = "again.dot
p.dot
p.pdf
p.png
p.svg
said
taken.svg"
