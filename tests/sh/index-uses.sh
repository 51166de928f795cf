# What is done with a name where the compiler's tree is easily misread: arrays beside operators, and functions that a call
# gives.
. tests/sh/index-common
lay
cat >"$tree/Modules/_uses.c" <<'END'
typedef int (*Step)(int);
struct Way { int many[4], *one, count; Step step; };
static int numbers[4], number;
Step next(int);

int uses(struct Way *way, int *p)
{
    p = numbers + way->count;
    *numbers = 1;
    number = *way->many;
    *way->many += 1;
    *way->one = 2;
    p = &way->many[1];
    number = -number + !numbers;
    numbers[way->count] = 3;
    return next(1)(2) + (*way->step)(3) + (next)(4)(5);
}
END
sed -i "/^exts = /a exts.append( Extension('_uses', ['_uses.c']) )" "$tree/setup.py"
index
expect 'a unit of uses' 0

sqlite3 -separator ' ' "$tree.db" >"$TMP/answer" <<'END'
SELECT line, name, group_concat(kind, '+') FROM
    (SELECT DISTINCT line, col, name, kind FROM refs WHERE file = 'Modules/_uses.c' AND in_name = 'uses' AND line > 6
     ORDER BY line, col, name, kind)
GROUP BY line, name, col ORDER BY line, col, name;
SELECT 'call ' || callee || ', ' || count(*) FROM calls WHERE caller = 'uses' AND kind = 'direct' GROUP BY callee;
SELECT 'site ' || line || ':' || col FROM sites WHERE file = 'Modules/_uses.c' ORDER BY id;
END
diff - "$TMP/answer" <<'END' || complain 'what is done with names'
8 numbers read
8 count read
9 numbers write
10 number write
10 many read
11 many read+write
12 one read
13 many address
14 number write
14 number read
14 numbers read
15 numbers write
15 count read
16 next call
16 step read
16 next call
call next, 2
site 16:12
site 16:25
site 16:43
END
