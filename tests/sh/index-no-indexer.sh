# Where the indexer was not built (no libclang), `cpyread index` says what it needs, and queries work.
mkdir "$TMP/bin"
cp "$BUILD/cpyread" "$TMP/bin/cpyread"
status=0
PATH=/usr/bin:/bin "$TMP/bin/cpyread" index "$MINI" >"$TMP/out" 2>"$TMP/err" || status=$?
[ $status = 3 ] || { cat "$TMP/err"; echo "status $status"; exit 1; }
[ "$(wc -l <"$TMP/err")" = 1 ] && grep -q 'libclang' "$TMP/err" || { cat "$TMP/err"; exit 1; }
[ ! -s "$MINI.db" ] || "$TMP/bin/cpyread" --db "$MINI.db" callers PyList_Append >/dev/null
