# What Python code can name: tests/names has a file for each rule, with the rows that python_names must have; and what a name
# that people type leads to.
[ -x "$BUILD/cpyread-index" ] || { echo 'no indexer in this build'; exit 77; }
tree=$TMP/3.7
mkdir -p "$tree/Include" "$tree/Modules" "$tree/Objects"
cp tests/names/*.h "$tree/Include"
cp tests/names/*.c "$tree/Objects"
cp -r tests/names/Lib "$tree/Lib"
: >"$tree/pyconfig.h.in"
: >"$tree/Modules/config.c.in"
printf '#define PY_%s\n' 'MAJOR_VERSION 3' 'MINOR_VERSION 7' 'VERSION "3.7.0"' >"$tree/Include/patchlevel.h"
# shellcheck disable=SC2016 # make expands it
(cd "$tree" && echo 'PY_CORE_CFLAGS= -I$(srcdir)/Include' && echo LIBRARY_OBJS= Objects/*.c | sed 's/\.c\>/.o/g') \
    >"$tree/Makefile.pre.in"
"$BUILD/cpyread-index" "$tree" -j2 >"$TMP/out" 2>&1 || { cat "$TMP/out"; exit 1; }

# file:line and each row that a comment there wants; a comment may go on over lines, and counts where it begins.
awk '
/\/\* python:/ { at = FILENAME ":" FNR; text = ""; on = 1 }
on {
    part = $0
    sub(/.*\/\* python:/, "", part)
    end = index(part, "*/")
    text = text " " (end ? substr(part, 1, end - 1) : part)
    if (end) {
        on = 0
        count = split(text, rows, ";")
        for (i = 1; i <= count; i++) {
            gsub(/^ +| +$/, "", rows[i]); gsub(/ +/, " ", rows[i])
            print at " " rows[i]
        }
    }
}' tests/names/*.c | sed 's,^tests/names/,Objects/,' | sort >"$TMP/wanted"
sqlite3 -separator ' ' "$tree.db" "
    SELECT file || ':' || line, kind, name, coalesce(function, '-'), coalesce(flags, '-') FROM python_names" | sort >"$TMP/found"
[ -s "$TMP/wanted" ] || { echo 'no comment wants anything'; exit 1; }
diff "$TMP/wanted" "$TMP/found"

# Types and members: name, base, struct, size, offset.
while read -r name row; do
    got=$(sqlite3 -separator ' ' "$tree.db" "
        SELECT coalesce(base, '-'), coalesce(symbol.name, '-'), coalesce(size, '-'), coalesce(offset, '-')
        FROM python_name LEFT JOIN symbol ON symbol.id = record_id WHERE python_name.name = '$name'")
    [ "$got" = "$row" ] || { echo "$name: $got, not $row"; exit 1; }
done <tests/names/objects

# What Lib raises.
grep -n '# raises:' -r "$tree/Lib" | sed "s,^$tree/,,; s/:\([0-9]*\):.*# raises: /:\1 /" | sort >"$TMP/wanted"
sqlite3 -separator ' ' "$tree.db" "SELECT path || ':' || line, exception, text FROM python_message" | sort >"$TMP/found"
[ -s "$TMP/wanted" ] || { echo 'no line of Lib raises anything'; exit 1; }
diff "$TMP/wanted" "$TMP/found"
"$BUILD/cpyread" --db "$tree.db" --src "$tree" --tsv error "a ham of type 'int' is no Spam" | grep -q 'spam.weigh' ||
    { echo 'error: not found in Lib'; exit 1; }

impl=$(sqlite3 "$tree.db" "SELECT impl FROM python_names WHERE name = '_spam.cook'")
[ "$impl" = spam_cook_impl ] || { echo "_spam.cook: the implementation is '$impl'"; exit 1; }

# Where a name leads: the place of the first line of what show tells.
while read -r name place; do
    got=$("$BUILD/cpyread" --db "$tree.db" --tsv sql 'select 1' >/dev/null &&
        "$BUILD/cpyread" --db "$tree.db" --src "$tree" show --no-source "$name" 2>/dev/null |
        sed -n 's/^\(\(Objects\|Lib\)[^ ]*:[0-9]*\)\(-[0-9]*\)\{0,1\}$/\1/p' | head -1)
    [ "${got:--}" = "$place" ] || { echo "$name leads to ${got:-nothing}, not $place"; wrong=1; }
done <tests/names/leads
[ -z "${wrong-}" ]

# What Lib defines has no calls, and each command says so.
for command in graph callers callees 'path spam_eat'; do
    code=0
    # shellcheck disable=SC2086 # the words of a command
    "$BUILD/cpyread" --db "$tree.db" --src "$tree" $command spam.fry >"$TMP/out" 2>&1 || code=$?
    { [ $code -eq 1 ] && grep -q 'spam.fry is a Python function' "$TMP/out"; } || { echo "$command: $code"; cat "$TMP/out"; exit 1; }
done
