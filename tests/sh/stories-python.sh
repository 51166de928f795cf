# Every line of Python that a story offers for measuring runs on the Python of this machine: once, without measuring.
command -v python3 >/dev/null && python3 -c 'import asyncio, sqlite3, multiprocessing, ssl' 2>/dev/null ||
    { echo 'no whole python3'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_NOTES="$ROOT/notes"
failed=
lines=0
for name in "$CPYREAD_NOTES"/stories/*.story; do
    for issue in $(awk -F'[][]' '/^\[/ { issue = $2 } /^timeit=/ { print issue }' "$name"); do
        line=$("$BUILD/cpyread" --db "$MINI.db" story "$(basename "$name" .story)" "$issue" 2>/dev/null |
            sed -n 's/^python3 -m timeit /python3 -W ignore -m timeit -n 1 -r 1 /p')
        sh -c "cd $TMP && $line" >"$TMP/out" 2>&1 || { echo "\$ $line" && tail -n 1 "$TMP/out" && failed=yes; }
        lines=$((lines + 1))
    done
done
test "$lines" -gt 0 && test -z "$failed"
