# The story of 3.7 against the tree it tells of, where there is one (CPYREAD_TREE, or cpython-src/3.7): its commits are in
# that history; functions to look at, and each step of a chain, are in the index beside the tree; each way begins with the
# function that its name in Python has; what is said to be gone is gone. Names and commits that are made up are found first.
tree=${CPYREAD_TREE:-cpython-src/3.7}
story=$ROOT/notes/stories/3.7-speedups
grep -q 'PY_VERSION  *"3\.7' "$tree/Include/patchlevel.h" 2>/dev/null || { echo 'no tree of 3.7'; exit 77; }

# complaints TSV STORY: what is wrong with them.
complaints() {
    cut -f3 "$1" | tail -n +2 >"$TMP/hashes"
    if git -C "$tree" rev-parse -q --verify 'HEAD^{commit}' >/dev/null 2>&1 && [ ! -e "$tree/.git/shallow" ]; then
        git -C "$tree" rev-list HEAD | sort >"$TMP/history"
        sort "$TMP/hashes" | comm -23 - "$TMP/history" | sed 's/$/: not in the history/'
    fi
    [ -s "$tree.db" ] || return 0
    sqlite3 "$tree.db" 'SELECT name FROM symbols WHERE defined UNION SELECT name FROM opcodes' | sort -u >"$TMP/names"
    named "$2" 'look|chain' | grep -v '\.py:' | sed 's/.*://' | sort -u | comm -23 - "$TMP/names" | sed 's/$/: not in the tree/'
    named "$2" gone | sed 's/>.*//' | grep -v '\.py:' | sort -u | comm -12 - "$TMP/names" | sed 's/$/: not gone/'
    named "$2" gone | sed -n 's/.*>//p' | grep -v -e '\.py:' -e '^$' | sort -u | comm -23 - "$TMP/names" |
        sed 's/$/: not in the tree/'
    named "$2" from | sort -u | while read -r name; do
        "$BUILD/cpyread" --db "$tree.db" --src "$tree" show "$name" >"$TMP/shown" 2>&1 ||
            echo "$name: not a name in Python"
    done
    named "$2" look | grep '\.py:' | while IFS=: read -r file name; do
        grep -qE "^ *((async )?def|class) $name\b" "$tree/$file" || echo "$file:$name: not in the tree"
    done
    steps "$2" | while read -r from to; do
        [ -n "$(sqlite3 "$tree.db" "SELECT 1 FROM calls WHERE caller = '$from' AND callee = '$to' LIMIT 1")" ] ||
            echo "$from does not call $to"
    done
}

# named STORY KEYS: the names in these lists, one a line.
named() { sed -nE "s/^($2)=//p" "$1" | tr ';' '\n'; }

# steps STORY: each two neighbours of a chain.
steps() {
    sed -n 's/^chain=//p' "$1" | sed 's/[^;]*\.c://g' | awk -F';' '{ for (i = 1; i < NF; i++) print $i, $(i + 1) }' | sort -u
}

printf 'a\tb\thash\na\tb\t%040d\n' 1 >"$TMP/wrong.tsv"
printf 'look=PyDict_Copy;nosuch_1;Lib/os.py:nosuch_2\ngone=PyDict_New>nosuch_3\nfrom=dict.nosuch_4\nchain=PyDict_Copy;PyList_New\n' >"$TMP/wrong.story"
complaints "$TMP/wrong.tsv" "$TMP/wrong.story" >"$TMP/found"
for word in $( ([ ! -d "$tree/.git" ] || echo 000001:) && [ ! -s "$tree.db" ] ||
    echo nosuch_1 nosuch_2 nosuch_3 nosuch_4 PyDict_New: PyList_New); do
    grep -q "$word" "$TMP/found" || { echo "$word was not found to be wrong:" && cat "$TMP/found" && exit 1; }
done

complaints "$story.tsv" "$story.story" >"$TMP/found"
cat "$TMP/found"
test ! -s "$TMP/found"

# The strip of an issue begins with that function, or comes by it.
way() {
    CPYREAD_NOTES=$ROOT/notes "$BUILD/cpyread" --db "$tree.db" --src "$tree" speedups "$1" | sed -n '/the way from Python/,/^$/p'
}
if [ -s "$tree.db" ]; then
    way 31179 | sed -n 2p | grep -q '^dict_copy '
    way 31179 | grep -q '^clone_combined_dict '
    way 29469 | sed -n 2p | grep -q '^builtin_compile_impl ' # before the chain of the story
    way 29949 | tr -s ' \n' ' ' | grep -q 'set_update .*set_table_resize ' # without one
fi
