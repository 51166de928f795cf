# A killed run leaves the old index as it was and nobody behind; the next one cleans up. A killed worker costs nothing.
. tests/sh/index-common
lay
index
expect 'the first index' 0
dump "$tree.db" >"$TMP/good"

# start: an indexer with all to read; its number in $process, those of its workers in $workers once there are some.
start() {
    "$BUILD/cpyread-index" "$tree" -j2 --force >"$TMP/out" 2>"$TMP/err" &
    process=$!
    workers=
    while [ -z "$workers" ] && kill -0 $process 2>/dev/null; do
        [ -e "$tree.db.new/writer" ] || continue # before that it may have started git
        workers=$(cat "/proc/$process/task/$process/children" 2>/dev/null || true)
    done
}

for turn in 1 2 3 4 5; do
    start
    kill -9 $process 2>/dev/null || true
    wait $process 2>/dev/null || true
    dump "$tree.db" | cmp -s - "$TMP/good" || complain "a killed indexer: the old index is not as it was"
    for worker in $workers; do
        tries=0
        while [ -e "/proc/$worker/exe" ]; do # not a mere entry that nobody has waited for
            tries=$((tries + 1))
            [ $tries -lt 200 ] || complain "a killed indexer: its worker $worker lives on"
            sleep 0.01
        done
    done
done
index --force
expect 'the run after a killed one' 0
clean 'the run after a killed one'

for turn in 1 2 3; do
    start
    for worker in $workers; do
        kill -9 "$worker" 2>/dev/null || true
        break
    done
    wait $process || complain 'a killed worker: the run failed'
    dump "$tree.db" | cmp -s - "$TMP/good" || complain 'a killed worker: the index is not as it should be'
    clean 'a killed worker'
done
