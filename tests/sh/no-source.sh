# An index without its tree answers what it knows, and says what it lacks; one that is damaged behind its first pages says
# so, and nothing half is written.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
unset CPYREAD_DB
cd "$TMP"
cp "$MINI.db" alone.db
chmod +w alone.db

# answers STATUS WORDS…: with this status and one line that says MESSAGE
answers() {
    wanted=$1
    shift
    status=0
    "$BUILD/cpyread" --db "$db" "$@" > printed 2> said || status=$?
    [ "$status" -eq "$wanted" ] && [ "$(wc -l < said)" -eq 1 ] && grep -q -e "$message" said || {
        echo "$*: status $status"
        cat printed said
        exit 1
    }
}

db=alone.db message='no source tree beside it; name one with --src DIR'
answers 0 show app1
answers 0 opcode LOAD_FAST
answers 3 source app1
[ ! -s printed ]
printf -- '---\ntitle: a\n---\n```cpyread\nsource app1\n```\n' > note.md
answers 3 handout note.md -o note.html
"$BUILD/cpyread" --db alone.db status | grep -q '^source .*none beside the index'
"$BUILD/cpyread" --db alone.db callers app1 | grep -q '^PyList_Append '

db=torn.db message='torn.db: damaged; make it again with: cpyread index SRC --db torn.db'
pages=$(($(wc -c < alone.db) / 4096))
for words in status 'show app1' 'find app' 'callers app1' 'graph app1 -o torn.svg' 'sql SELECT+count(*)+FROM+calls'; do
    cp alone.db torn.db
    head -c $(((pages - 4) * 4096)) /dev/zero | tr '\0' '\377' | dd of=torn.db bs=4096 seek=4 conv=notrunc 2> dd.said
    if [ "${words#sql}" != "$words" ]; then
        answers 3 sql "$(echo "${words#sql }" | tr + ' ')"
    else
        answers 3 $words
    fi
    [ ! -s printed ]
done
[ -z "$(ls | grep -E 'svg|html|new$')" ]
