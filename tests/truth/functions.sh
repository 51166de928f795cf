#!/bin/bash
# functions.sh TREE DB: the functions that Universal Ctags finds, against the index.
#
# Of the parsed units outside the ranges that the view `skipped` has, each must be in `symbols` by file and line.
# Exceptions, ctags's own mistakes, stand in ctags-mistakes: at most 5 a tree. Exit status 1 if others are left.
set -eu
here=$(dirname "${BASH_SOURCE[0]}")
tree=$1 db=$2
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cpyread-truth.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
version=$(sqlite3 "$db" "SELECT value FROM meta WHERE key = 'version'" | grep -oE '^[0-9]+\.[0-9]+')

sqlite3 "$db" "SELECT path FROM files WHERE kind = 'unit' AND parsed > 0 AND hash IS NOT NULL" >"$scratch/units"
(cd "$tree" && ctags --quiet --options=NONE --languages=C --kinds-C=f -x --_xformat='%F|%n|%N' -L "$scratch/units" -f -) >"$scratch/found"
grep "^$version " "$here/ctags-mistakes" | cut -d' ' -f2,3 >"$scratch/known" || true

sqlite3 "$db" >"$scratch/missing" <<END
CREATE TEMP TABLE found (file TEXT, line INTEGER, name TEXT);
.separator |
.import $scratch/found found
SELECT found.file || ':' || found.line || ' ' || found.name FROM temp.found
WHERE NOT EXISTS (SELECT 1 FROM symbols WHERE symbols.file = found.file AND symbols.line = found.line AND kind = 'function')
  AND NOT EXISTS (SELECT 1 FROM skipped WHERE skipped.file = found.file
                  AND found.line BETWEEN skipped.line AND skipped.end_line)
ORDER BY found.file, found.line;
END
sed 's/:[0-9]* / /' "$scratch/missing" | sort >"$scratch/names"
sort "$scratch/known" | comm -23 "$scratch/names" - >"$scratch/unknown"
while read -r file name; do
    grep "^$file:[0-9]* $name$" "$scratch/missing" | sed 's/^/  - /'
done <"$scratch/unknown"
echo "functions: ctags has $(wc -l <"$scratch/found"), of which $(wc -l <"$scratch/missing") are not in the index" \
    "($(wc -l <"$scratch/known") known mistakes of ctags)"
test ! -s "$scratch/unknown"
