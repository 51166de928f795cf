# A function in a header whose body differs by includer is one symbol, and does what any of its bodies does: each call,
# reference and flow once, however many units have it, and as often as it stands in one of them.
. tests/sh/index-common
lay
cat >"$tree/Modules/shared.h" <<'END'
typedef int (*Step)(int);
struct Way { Step step; };
extern Step kept;
int check(int), both(int), one(int), other(int);

static int go(struct Way *way, int x)
{
    CHECK(x);
    both(x); both(x);
#ifdef ONE
    kept = one;
    puts("one");
    way->step(x);
#else
    kept = other;
#endif
    return way->step(x);
}
END
unit() { # unit NAME LINE…: a module that includes the header after these lines
    sed -i "/^exts = /a exts.append( Extension('$1', ['$1.c']) )" "$tree/setup.py"
    name=$1
    shift
    { printf '%s\n' "$@" '#include <stdio.h>' '#include "shared.h"' "int $name(void) { return go(0, 1); }"; } >"$tree/Modules/$name.c"
}
unit _first '#define CHECK(x)'
unit _second '#define ONE' '#define CHECK(x) check(x)'
unit _third '#define ONE' '#define CHECK(x) check(x)'
unit _fourth '#define CHECK(x)'

# ask WHAT QUERY: compares what the index answers with the lines on standard input.
ask() {
    sqlite3 -separator ' ' "$tree.db" "$2" >"$TMP/answer"
    diff - "$TMP/answer" >"$TMP/difference" || complain "$1: $(cat "$TMP/difference")"
}
# same_anew WHAT: the index is the one that is made at once, with one worker.
same_anew() {
    dump "$tree.db" >"$TMP/as-it-is"
    "$BUILD/cpyread-index" "$tree" -j1 --db "$TMP/anew.db" --force >"$TMP/out" 2>&1
    dump "$TMP/anew.db" | cmp - "$TMP/as-it-is" || complain "$1: made anew it differs"
}

index -j2
expect 'four units' 0
go="(SELECT id FROM symbols WHERE name = 'go')"
ask 'one symbol' "SELECT count(*) FROM symbols WHERE name = 'go'" <<'END'
1
END
ask 'calls' "SELECT line, callee FROM calls WHERE caller_id = $go AND kind = 'direct' ORDER BY site" <<'END'
8 check
9 both
9 both
12 puts
END
ask 'indirect sites' "SELECT line FROM sites WHERE caller_id = $go ORDER BY id" <<'END'
13
17
END
ask 'references' "SELECT line, name, kind FROM refs WHERE in_id = $go AND kind <> 'call' ORDER BY line, col, name, kind" <<'END'
6 Way type
8 CHECK expand
8 CHECK expand
8 CHECK expand
8 CHECK expand
10 ONE expand
10 ONE expand
11 kept write
11 one address
13 step read
15 kept write
15 other address
17 step read
END
ask 'strings' "SELECT line, text FROM string_literal WHERE in_id = $go" <<'END'
12 "one"
END
ask 'flows' "SELECT symbol.name FROM flow JOIN symbol ON symbol.id = from_id WHERE in_id = $go AND from_kind = 1 ORDER BY ordinal" <<'END'
other
one
END
ask 'flows, numbered' "SELECT count(*) = max(ordinal), count(*) > 5 FROM flow WHERE in_id = $go" <<'END'
1 1
END
ask 'flows into sites' "SELECT DISTINCT line FROM flow JOIN sites ON sites.id = to_id WHERE in_id = $go AND to_kind = 8 ORDER BY 1" <<'END'
13
17
END
same_anew 'four units'

# A body goes when the last unit that has it goes, not before.
sed -i 1d "$tree/Modules/_third.c"
index -j2
ask 'one unit has it still' "SELECT callee FROM calls WHERE caller_id = $go AND line = 12 AND kind = 'direct'" <<'END'
puts
END
same_anew 'one unit has it still'
sed -i 1d "$tree/Modules/_second.c"
index -j2
ask 'no unit has it' "SELECT callee FROM calls WHERE caller_id = $go AND line = 12" </dev/null
same_anew 'no unit has it'
sed -i '1s/.*/#define CHECK(x) (check(x), check(x))/' "$tree/Modules/_fourth.c"
index -j2
ask 'as often as the one that has most' "SELECT count(*) FROM calls WHERE caller_id = $go AND callee = 'check'" <<'END'
2
END
same_anew 'as often as the one that has most'
