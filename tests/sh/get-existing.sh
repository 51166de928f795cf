# A tree that is there is left alone: it is the one that was asked for, or get says what is in the way.
. tests/sh/get-common
tree "$CPYREAD_SOURCES/3.7" 3.7.4
: >"$CPYREAD_SOURCES/3.7/mine"
get 3.7 && holds 3.7 3.7.4
says '3.7: there already, CPython 3.7.4'
get 3.7 --from /nowhere --rev x && holds 3.7 3.7.4
says 'left as it is'
[ -f "$CPYREAD_SOURCES/3.7/mine" ] || failed 'the tree was touched'

tree "$CPYREAD_SOURCES/3.8" 3.9.1
get 3.8 && ends_with 3
says '3.8 is there, but is CPython 3.9.1: move it away or remove it'
tree "$CPYREAD_SOURCES/3.9" 3.9.1
rm -r "$CPYREAD_SOURCES/3.9/Objects"
get 3.9 && ends_with 3
says 'parts of CPython are missing'
mkdir -p "$CPYREAD_SOURCES/3.10/notes"
get 3.10 && ends_with 3
says 'is no CPython tree'

tree "$TMP/tree" 3.11.2
mkdir "$CPYREAD_SOURCES/3.11" # an empty folder is in nobody's way
get 3.11 --from "$TMP/tree" && holds 3.11 3.11.2
