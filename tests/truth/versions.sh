#!/bin/bash
# versions.sh TREE INDEXER INDEXER: the same facts with two versions of libclang.
#
# The dumps of the two indexes, apart from the rows of meta that name the compiler, SQLite's statistics, and the units
# that lack a header here (19 keeps more than 14 of what it cannot make sense of). One row may differ by its white
# space: USHRT_MAX, which a literal of _struct.c is made of, comes from the compiler's own limits.h.
set -eu
tree=$1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cpyread-truth.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
for side in 2 3; do
    "${!side}" "$tree" --db "$scratch/$side.db" --force >"$scratch/said" 2>&1
done
sqlite3 "$scratch/2.db" "SELECT id FROM file WHERE missing IS NOT NULL" >"$scratch/lack"

# rows DATABASE: each table's rows as text; of the units that lack a header nothing but that they do.
rows() {
    local lack table columns
    lack=$(paste -sd, "$scratch/lack")
    for table in $(sqlite3 "$1" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                                 AND name NOT LIKE '%\_fts%' ESCAPE '\' AND name NOT IN ('meta', 'diagnostic') ORDER BY name"); do
        columns=$(sqlite3 "$1" "SELECT group_concat(name) FROM pragma_table_info('$table')")
        if [[ ,$columns, == *,file_id,* ]]; then
            sqlite3 "$1" "SELECT '$table', * FROM \"$table\" WHERE file_id IS NULL OR file_id NOT IN (${lack:-0})"
        elif [[ $table == file ]]; then
            sqlite3 "$1" "SELECT path, kind, lines, hash, generated, parsed, missing, skipped_because FROM file"
        else
            sqlite3 "$1" "SELECT '$table', * FROM \"$table\""
        fi
    done
}

rows "$scratch/2.db" | sed 's/32767 \* 2 + 1/32767 *2 +1/' >"$scratch/2.rows"
rows "$scratch/3.db" | sed 's/32767 \* 2 + 1/32767 *2 +1/' >"$scratch/3.rows"
if diff "$scratch/2.rows" "$scratch/3.rows" >"$scratch/differences"; then
    echo "versions: $(wc -l <"$scratch/2.rows") rows, the same with $("$2" --version) and $("$3" --version)"
else
    head -20 "$scratch/differences"
    echo "versions: $(grep -c '^[<>]' "$scratch/differences") rows differ between $("$2" --version) and $("$3" --version)"
    exit 1
fi
