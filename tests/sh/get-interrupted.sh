# An interruption ends what was started and leaves nothing.
. tests/sh/get-common
real=$(command -v git)
instead_of git <<END
case "\$*" in *' fetch '*) echo \$\$ >"$TMP/fetching"; sleep 60 ;; *) exec "$real" "\$@" ;; esac
END
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0

wait_for() { # COMMAND...
    for _ in $(seq 100); do
        "$@" && return 0
        sleep 0.1
    done
    failed "waited 10 s for: $*"
}
# A zombie is gone too: not every machine's first process is quick to reap.
is_gone() { ! grep -qs '^State:[^Z]*$' "/proc/$1/status"; }

for signal in INT TERM HUP; do
    rm -f "$TMP/fetching"
    env --default-signal=INT cpython-src/get 3.7 >"$TMP/said" 2>&1 &
    wait_for test -s "$TMP/fetching"
    kill -s "$signal" $!
    status=0
    wait $! || status=$?
    [ "$status" -gt 128 ] || failed "status $status after $signal"
    says interrupted
    wait_for is_gone "$(cat "$TMP/fetching")"
    leaves_nothing
done
