# A header that this machine lacks stands at the header that asks for it and at each unit that asks through it, and only
# there; whether or not units share the headers.
. tests/sh/index-common
lay
printf '#ifdef WITH_THING\n#include <nosuch/thing.h>\n#endif\n' >"$tree/Modules/wrap.h"
unit() { # unit NAME LINE…
    sed -i "/^exts = /a exts.append( Extension('$1', ['$1.c']) )" "$tree/setup.py"
    name=$1
    shift
    { printf '%s\n' "$@"; echo "int $name(void) { return 0; }"; } >"$tree/Modules/$name.c"
}
unit _without '#include "wrap.h"'
unit _with '#define WITH_THING' '#include "wrap.h"' '#include <another.h>'

missing() {
    sqlite3 -separator ' ' "$tree.db" "SELECT path, missing FROM files WHERE missing IS NOT NULL AND path <> 'Modules/_nosuch.c' ORDER BY path" >"$TMP/answer"
    diff - "$TMP/answer" >"$TMP/difference" || complain "$1: $(cat "$TMP/difference")"
}
index
missing 'at once' <<'END'
Modules/_with.c another.h, nosuch/thing.h
Modules/wrap.h nosuch/thing.h
END
sed -i 1d "$tree/Modules/_with.c"
index
missing 'when one is not asked for any more' <<'END'
Modules/_with.c another.h
END

# What most units have first is compiled once for all of them.
echo '#include <nosuch/port.h>' >>"$tree/Include/pyport.h"
index
counts=$(sqlite3 -separator ' ' "$tree.db" "
    SELECT count(*) > 15, sum(unit.missing IS NOT NULL AND unit.missing LIKE '%nosuch/port.h%') = count(*)
    FROM inclusion JOIN file AS unit ON unit.id = file_id JOIN file AS header ON header.id = included_id
    WHERE header.path = 'Include/Python.h'")
[ "$counts" = '1 1' ] || complain "a unit has Python.h, and does not say that it lacks port.h: $counts"
