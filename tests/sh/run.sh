# tests/run itself, in a repository made of fake programs: what it counts, accepts, stops and cleans up.

repo=$TMP/repo
mkdir -p "$repo/tests/sh" "$repo/tests/c" "$repo/tests/cases/area" "$repo/build/tests" "$repo/tests/mini-cpython" "$TMP/tmp"
cp tests/run "$repo/tests/"
cd "$repo" || exit 1

program() { # program PATH: makes a script of stdin
    cat > "$1"
    chmod +x "$1"
}

# run ARGUMENT…: the output goes to $TMP/out; prints the last line and the status.
run() {
    status=0
    BUILD=build TMPDIR=$TMP/tmp TIME_LIMIT=1 tests/run "$@" > "$TMP/out" 2>&1 || status=$?
    echo "$(tail -n 1 "$TMP/out") [$status]"
}

# expect WANTED ARGUMENT…: runs and compares.
expect() {
    wanted=$1
    shift
    got=$(run "$@")
    test "$got" = "$wanted" && return
    cat "$TMP/out"
    echo "tests/run $* gave '$got', not '$wanted'"
    exit 1
}

# gone PID: it has ended, or does so within ten seconds. A zombie has: who reaps it is the machine's affair.
gone() {
    for _ in $(seq 50); do
        grep -q '^State:[[:space:]]*[^ZX]' "/proc/$1/status" 2> "$TMP/err" || return 0
        sleep 0.2
    done
    echo 'what a stopped test started lives on'
    exit 1
}

# has TEXT: the last output holds it.
has() {
    grep -qF -e "$1" "$TMP/out" && return
    cat "$TMP/out"
    echo "nothing says '$1'"
    exit 1
}

rmdir tests/mini-cpython
expect '0 passed, 0 failed [1]' # none ran

# C tests and scripts
touch tests/c/good.c tests/c/bad.c tests/c/unbuilt.c
echo 'exit 0' | program build/tests/good
echo 'echo WHY; exit 1' | program build/tests/bad
echo 'exit 1' | program build/tests/stale # its source is gone
cat > tests/sh/good.sh << 'END'
test -d "$TMP" && test -x "$ROOT/tests/run" && test "$PWD" = "$ROOT" && test "$LC_ALL" = C.UTF-8
END
printf 'false\necho "not reached"\n' > tests/sh/bad.sh
printf 'echo no network\nexit 77\n' > tests/sh/skipped.sh
printf 'sleep 97 & echo $! > %s\nwait\n' "$TMP/sleeper" > tests/sh/slow.sh
expect '2 passed, 4 failed, 1 skipped [1]'
has 'FAILED   c/bad'
has 'FAILED   c/unbuilt'
has '    WHY'
has 'skipped  sh/skipped: no network'
has 'stopped after 1 s'
has 'slowest: sh/slow 1.'
test "$(grep -c 'not reached' "$TMP/out")" = 0
gone "$(cat "$TMP/sleeper")"
expect '2 passed, 0 failed [0]' good
expect '1 passed, 0 failed [0]' c/good nothing
expect '0 passed, 0 failed, 1 skipped [1]' skipped
rm -f tests/c/*.c tests/sh/*.sh

# Cases
mkdir tests/mini-cpython
program build/cpyread << 'END'
#!/bin/sh
case $1 in
hello) echo "hello $2"; echo; echo '$ not a command' ;;
warn) echo "careful: $PWD" >&2 ;;
none) exit 1 ;;
cut) printf 'no end' ;;
index) cat "$CPYREAD_DB" ;;
esac
END
cat > tests/cases/area/all.case << 'END'
# Everything that a case can hold.
# 그리고 한글.
$ cpyread hello 'two  words'
hello two  words

\$ not a command

$ cpyread warn
! careful: TMP

$ cpyread none
[status 1]

$ cpyread cut
no end
\ no newline at the end

$ echo made > file; cat file | sed s/m/f/
fade
END
cp tests/cases/area/all.case "$TMP/all.case"
expect '1 passed, 0 failed, 1 skipped [0]'
sed 's/hello two.*/wrong/; /^\[status/d' "$TMP/all.case" > tests/cases/area/all.case
expect '0 passed, 1 failed, 1 skipped [1]'
has '-wrong'
expect '1 passed, 0 failed, 1 skipped [0]' --accept
has 'accepted cases/area/all'
cmp tests/cases/area/all.case "$TMP/all.case"
rm tests/cases/area/all.case

# The index: made by the indexer, compared with its dump, read from the dump where there is no indexer.
program tests/mini-cpython/history << 'END'
mkdir "$1" && cd "$1" && git init -q && git -c user.name=A -c user.email=a commit -q --allow-empty -m first && git tag first
END
program build/cpyread-index << 'END'
sqlite3 "$3" "PRAGMA user_version = 7; CREATE TABLE meta (key, value);
    INSERT INTO meta VALUES ('libclang', '14.0.6'), ('version', '3.7.0')"
END
expect '0 passed, 1 failed [1]' mini/index
has '--accept makes it'
expect '1 passed, 0 failed [0]' --accept mini/index
grep -q "VALUES('libclang','-')" tests/mini.dump.sql
expect '1 passed, 0 failed [0]' mini/index
rm build/cpyread-index
cat > tests/cases/area/index.case << 'END'
# The file, its version, and a commit by its tag.
$ sqlite3 "$CPYREAD_DB" 'PRAGMA user_version; SELECT value FROM meta ORDER BY key'
7
-
3.7.0

$ echo {first} | grep -c first; git -C "$MINI" rev-parse {first}; echo "$MINI"
0
{first}
MINI
END
expect '1 passed, 0 failed, 1 skipped [0]' index

# Nothing is left behind, not even by a run that was stopped.
printf 'sleep 98 & echo $! > %s\nwait\n' "$TMP/sleeper" > tests/sh/slow.sh
rm "$TMP/sleeper"
BUILD=build TMPDIR=$TMP/tmp tests/run slow > "$TMP/out" 2>&1 &
while ! test -s "$TMP/sleeper"; do sleep 0.1; done
kill $!
wait $! || gone "$(cat "$TMP/sleeper")"
test -z "$(ls -A "$TMP/tmp")" || { ls -lR "$TMP/tmp"; echo 'left behind'; exit 1; }
