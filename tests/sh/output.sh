# Whatever the command and the format: a reader that stops early is no error, a full disk is one.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"
cd "$TMP"
mkfifo pipe

# complain WORDS…: what was asked, and what came of it
complain() {
    echo "$*: status $status"
    cat said
    exit 1
}

for words in status 'find app' 'show app1' 'refs app1' 'callers app1' 'callees list_append' 'path PyList_Append list_resize' \
    'type PyListObject' 'slot tp_call' 'source app1' opcode 'graph app1' 'sql VALUES(1)' help 'help graph' 'help --man'; do
    for format in --all --json --html; do
        (
            trap '' PIPE # or the signal would end it before it could say a word
            status=0
            cpyread $words $format > pipe 2> said || status=$?
            echo $status > status
        ) &
        true < pipe # opened and closed: nobody reads
        wait
        read -r status < status
        [ "$status" -eq 0 ] && ! grep -q write said || complain "nobody reads $words $format"

        status=0
        cpyread $words $format > /dev/full 2> said || status=$?
        [ "$status" -eq 3 ] && [ "$(grep -c '^cpyread: cannot write the answer: No space left' said)" -eq 1 ] ||
            complain "no room for $words $format"
    done
done
