# A name that another version of the study folder has: which one is said.
command -v sqlite3 > /dev/null || { echo 'no sqlite3 to change an index with'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
unset CPYREAD_DB
mkdir -p "$TMP/study/cpython-src"
cd "$TMP/study"
cp "$MINI.db" cpython-src/3.7.db
cp "$MINI.db" cpython-src/3.9.db
chmod +w cpython-src/3.9.db
sqlite3 cpython-src/3.9.db "UPDATE symbol SET name = 'PyDict_Newer' WHERE name = 'PyDict_New'"
if "$BUILD/cpyread" --at 3.7 show PyDict_Newer 2> said; then exit 1; fi
grep -q '^cpyread: no symbol PyDict_Newer in .*; 3.9 has it: --at 3.9; nearest: ' said || { cat said; exit 1; }
if "$BUILD/cpyread" --at 3.9 show PyDict_New 2> said; then exit 1; fi
grep -q '; 3.7 has it' said
if "$BUILD/cpyread" --at 3.7 show PyDict_Newest 2> said; then exit 1; fi
if grep 'has it' said; then exit 1; fi
