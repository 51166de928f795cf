# What a unit defines for its headers: the macro that a header asks for, and the static function that it calls, are those
# of each unit, whether it shares the headers with others (three units that begin alike do) or not. What the command line
# defines lies in no file.
. tests/sh/index-common

# add NAME LINE…: a module whose source begins so.
add() {
    name=$1
    shift
    printf '%s\n' "$@" "int $name(int x) { return x; }" >"$tree/Modules/$name.c"
    echo "$name $name.c -DGIVEN=1" >>"$tree/Modules/Setup.dist"
}
# means MACRO: the macros that the header's line with an #ifdef of it means.
means() {
    sqlite3 -separator : "$tree.db" "SELECT coalesce(s.file, 'none'), s.line FROM refs JOIN symbols s ON s.id = symbol_id
        WHERE refs.name = '$1' AND refs.file = 'Include/modsupport.h' ORDER BY s.file" | paste -sd' '
}
# says WHAT MACRO PLACES
says() { [ "$(means "$2")" = "$3" ] || complain "$1: $2 is $(means "$2") instead of $3"; }

lay
printf '#ifdef GIVEN\n#endif\n' >>"$tree/Include/modsupport.h"
printf '#define PY_SSIZE_T_CLEAN\n#include "Python.h"\n' >"$tree/Modules/_clean.h"
add _one '#define PY_SSIZE_T_CLEAN' '#include "Python.h"'
add _two '' '#define PY_SSIZE_T_CLEAN' '#include "Python.h"'
index
expect 'units that share nothing' 0
alone='Modules/_one.c:1 Modules/_pair.c:3 Modules/_two.c:2'
says 'units that share nothing' PY_SSIZE_T_CLEAN "$alone"
says 'units that share nothing' GIVEN none:

add _three '#include "_clean.h"'
add _four '#include "Python.h"' '#define PY_SSIZE_T_CLEAN'
index
expect 'units that share a header' 0
says 'units that share a header' PY_SSIZE_T_CLEAN "Modules/_clean.h:1 $alone"
says 'units that share a header' GIVEN none:
left=$(sqlite3 "$tree.db" "SELECT count(*) FROM symbols WHERE name = 'PY_SSIZE_T_CLEAN' AND external")
[ "$left" = 0 ] || complain 'a macro of the tree is called external'

# reaches WHAT PLACES: where the functions are that the call in the header means.
reaches() {
    found=$(sqlite3 "$tree.db" "SELECT DISTINCT callee_file FROM calls WHERE callee = 'own_step' AND file = 'Modules/_own.h'" |
        sort | paste -sd' ')
    [ "$found" = "$2" ] || complain "$1: the call reaches $found instead of $2"
    left=$(sqlite3 "$tree.db" "SELECT count(*) FROM symbols WHERE name = 'own_step' AND NOT defined")
    [ "$left" = 0 ] || complain "$1: a declaration is left of what is defined"
}
printf '%s\n' '#include "Python.h"' 'static int own_step(int);' \
    'static int own_call(int x) { return own_step(x); }' >"$tree/Modules/_own.h"
for name in _five _six; do
    add $name '#include "_own.h"' 'static int own_step(int x) { return x; }' "int use$name(void) { return own_call(1); }"
done
index
expect 'units that call from their own header' 0
reaches 'two units' 'Modules/_five.c Modules/_six.c'
add _seven '#include "_own.h"' 'static int own_step(int x) { return -x; }' 'int use_seven(void) { return own_call(1); }'
index
expect 'units that share their own header' 0
reaches 'three units' 'Modules/_five.c Modules/_seven.c Modules/_six.c'

index --db "$TMP/anew.db" --force
dump "$tree.db" >"$TMP/by-increments"
dump "$TMP/anew.db" | diff - "$TMP/by-increments" >"$TMP/out" || complain 'by increments it is another index'
