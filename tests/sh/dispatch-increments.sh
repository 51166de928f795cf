# What calls reach follows from all files at once: when one of them changes, an index that is brought up to date still says
# what one that is made anew would say.
. tests/sh/dispatch-common

# reached FILE WORDS: what the calls on the lines of FILE that hold WORDS reach through pointers.
reached() {
    line=$(grep -nF "$2" "$tree/Objects/$1" | cut -d: -f1)
    sqlite3 "$tree.db" "SELECT group_concat(callee, ' ') FROM (SELECT callee FROM calls WHERE file = 'Objects/$1'
                        AND line IN ($(echo "$line" | paste -sd,)) AND kind IN ('slot', 'pointer') ORDER BY callee)"
}

# same WHAT FILE WORDS FUNCTIONS: brought up to date, the index is one that is made anew, and the call reaches these.
same() {
    index
    index --db "$TMP/anew.db" --force
    sqlite3 "$tree.db" .dump >"$TMP/by-increments"
    sqlite3 "$TMP/anew.db" .dump >"$TMP/at-once"
    diff "$TMP/at-once" "$TMP/by-increments" >"$TMP/difference" ||
        { echo "$1: by increments the index differs:"; head -n 20 "$TMP/difference"; exit 1; }
    found=$(reached "$2" "$3")
    [ "$found" = "$4" ] || { echo "$1: reaches $found instead of $4"; exit 1; }
}

index
[ "$(reached method_deopt.c 'method->ml_meth(')" = 'list_append spam_push' ] || { echo 'at first it is different'; exit 1; }

sed -i 's/{"format", list_format, METH_VARARGS},/&\n    {"added", list_format, METH_O},/' "$tree/Objects/method_switch.c"
same 'a method added to a table' method_deopt.c 'method->ml_meth(' 'list_append list_format spam_push'

sed -i 's/spam_dealloc/spam_renamed/g' "$tree/Objects/deallocated.c"
same "a slot's function renamed" deallocated.c 'Py_DECREF(v);' 'eggs_dealloc spam_renamed'

sed -i 's/{spam_add, 0,/{0, spam_add,/' "$tree/Objects/initial_positional.c"
same 'a function moved to another slot' initial_positional.c 'suite->subtract(v' spam_add

sed -i 's/METH_O  *0x0008/METH_O 0x0004/; s/METH_NOARGS  *0x0004/METH_NOARGS 0x0008/' "$tree/Include/methodobject.h"
same 'a header with the values of flags changed' method_deopt.c 'method->ml_meth(' 'list_append list_format spam_push'
