#!/bin/bash
# units.sh TREE DB INDEXER: the units that parse without an error, with this machine's headers and without those of
# third parties.
#
# With them, at most the two that lack dbm's and gdbm's headers may fail. Without (the headers of
# indexer/tree/headers.c hidden in a mount namespace of our own, which takes root), each that includes none of them must
# parse as well, and the others keep 95 % of their functions. Exit status 1 if not.
set -eu
if [[ ${1-} == --hidden ]]; then # in the namespace: TREE DB INDEXER SCRATCH HEADER…
    shift
    tree=$1 db=$2 indexer=$3 scratch=$4
    shift 4
    mkdir "$scratch/upper" "$scratch/work"
    mount -t tmpfs none "$scratch/upper"
    mkdir "$scratch/upper/files" "$scratch/upper/work"
    for header; do
        mkdir -p "$scratch/upper/files/$(dirname "$header")"
        mknod "$scratch/upper/files/$header" c 0 0 # overlayfs's way to say that a file is not there
    done
    mount -t overlay none -o "lowerdir=/usr/include,upperdir=$scratch/upper/files,workdir=$scratch/upper/work" /usr/include
    exec "$indexer" "$tree" --db "$db" --force >"$scratch/said" 2>&1
fi

here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
tree=$1 db=$2 indexer=$(realpath "$3")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cpyread-truth.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
status=0

failed=$(sqlite3 "$db" "SELECT path FROM files WHERE kind = 'unit' AND skipped_because IS NULL
                         AND (errors > 0 OR parsed = 0) ORDER BY path")
all=$(sqlite3 "$db" "SELECT count(*) FROM files WHERE kind = 'unit' AND skipped_because IS NULL")
echo "units: $(grep -c . <<<"$failed" || true) of $all with errors: ${failed//$'\n'/, }"
if grep -vqE '^$|_g?dbmmodule\.c$' <<<"$failed"; then
    status=1
fi

cd /usr/include
mapfile -t headers < <(grep -oE '\{"[^"]+(\.h|/\*)"' "$here/../../indexer/tree/headers.c" | tr -d '{"*' | sed 's|/$||' | sort -u |
    while read -r header; do
        ls -d "$header" "$(gcc -print-multiarch)/$header" tcl8.6/"$header" tirpc/"$header" 2>/dev/null || true
    done)
cd - >/dev/null
if ! unshare -m "$here/units.sh" --hidden "$tree" "$scratch/without.db" "$indexer" "$scratch" "${headers[@]}"; then
    echo "units: third-party headers could not be hidden here; that half is left out"
    exit $status
fi
# A unit lacks a header if it, or a header of its folder that it may include, cannot find one.
sqlite3 "$db" >"$scratch/worse" <<END
ATTACH '$scratch/without.db' AS without;
CREATE TEMP TABLE counts AS
SELECT file.path, count(*) AS functions, 1 AS hidden FROM without.symbol JOIN without.file ON file.id = file_id
WHERE symbol.kind = 'function' AND defined GROUP BY file.path
UNION ALL
SELECT file.path, count(*), 0 FROM main.symbol JOIN main.file ON file.id = file_id
WHERE symbol.kind = 'function' AND defined GROUP BY file.path;
SELECT hidden.path,
       coalesce(hidden.missing, (SELECT missing FROM without.file AS header WHERE header.kind <> 'unit'
            AND missing IS NOT NULL AND rtrim(header.path, replace(header.path, '/', '')) =
                                        rtrim(hidden.path, replace(hidden.path, '/', ''))), '-'),
       (SELECT functions FROM counts WHERE counts.path = hidden.path AND counts.hidden = 0),
       (SELECT functions FROM counts WHERE counts.path = hidden.path AND counts.hidden = 1)
FROM without.file AS hidden JOIN main.file AS now ON now.path = hidden.path
WHERE hidden.kind = 'unit' AND hidden.errors > now.errors ORDER BY hidden.path;
END
awk -F'|' '{ printf "  %s lacks %s: %d of %d functions\n", $1, $2, $4, $3 }' "$scratch/worse"
if awk -F'|' '$2 == "-" { wrong = 1 } { had += $3; has += $4 } END { exit wrong || has < 0.95 * had }' "$scratch/worse"; then
    echo "units: ${#headers[@]} headers and folders hidden; the $(wc -l <"$scratch/worse") units above keep 95 % of their" \
        "functions, the others parse"
else
    echo "units: one above lacks no header, or they keep less than 95 % of their functions"
    status=1
fi
exit $status
