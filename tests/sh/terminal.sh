# A terminal as it is: pager, links, colours, 20 columns; the same line in a pipe has none of them.
command -v script > /dev/null || { echo 'no script(1) to make a terminal with'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH" TERM=xterm
unset NO_COLOR PAGER LESS CPYREAD_PAGER CPYREAD_LINKS VTE_VERSION KITTY_WINDOW_ID WT_SESSION KONSOLE_VERSION \
    WEZTERM_PANE ITERM_SESSION_ID GHOSTTY_RESOURCES_DIR
cd "$TMP"

# terminal COLUMNS COMMAND: what it prints on a terminal, and its status.
terminal() {
    script -qec "stty cols $1 rows 24; $2" /dev/null < /dev/null > shown
    status=$?
    tr -d '\r' < shown
    return $status
}

fails() {
    echo "$1"
    cat shown
    exit 1
}

# The pager: what is asked for first, none where it is not wanted, plain printing where it is not there.
terminal 80 "CPYREAD_PAGER='sed s/^/one:/' PAGER='sed s/^/two:/' cpyread callers app1" | grep -q '^one:' || fails 'CPYREAD_PAGER'
terminal 80 "PAGER='sed s/^/two:/' cpyread callers app1" | grep -q '^two:' || fails 'PAGER'
terminal 80 "PAGER='sed s/^/two:/' cpyread --help" | grep -q '^two:' || fails 'PAGER of help'
terminal 80 "PAGER='sed s/^/two:/' cpyread --no-pager callers app1" | grep -q two: && fails '--no-pager'
terminal 80 "PAGER='sed s/^/two:/' cpyread --json callers app1" | grep -q two: && fails 'JSON is for programs'
terminal 80 "PAGER='sed s/^/two:/' cpyread callers app1 | cat" | grep -q two: && fails 'a pipe has no pager'
terminal 80 'PAGER=no-such-pager cpyread callers app1' | grep -q PyList_Append || fails 'no such pager'
terminal 80 'PAGER= cpyread callers app1' | grep -q PyList_Append || fails 'empty PAGER'
terminal 80 'PAGER="sleep 0" cpyread show PyList_Append' || fails 'a reader who leaves at once'
terminal 80 'PAGER="sed s/^/two:/" cpyread callers no_such_name' > /dev/null && fails 'the status of the answer'
grep -q 'no symbol no_such_name' shown || fails 'the warning'

# Links, where the terminal is known to have them, or they are asked for; and colours.
link="$(printf '\033]8;;file://')"
terminal 80 'VTE_VERSION=7000 cpyread --no-pager callers app1' | grep -qF "$link" || fails 'links of a VTE'
terminal 80 'VTE_VERSION=7000 cpyread --no-pager callers app1' | grep -F "$link" | grep -qF "$MINI/Objects/listobject.c" ||
    fails 'where a link leads'
terminal 80 'CPYREAD_LINKS=1 cpyread --no-pager find app1' | grep -qF '/Objects/listobject.c#52' || fails 'the line of a link'
terminal 80 'CPYREAD_LINKS=0 VTE_VERSION=7000 cpyread --no-pager callers app1' | grep -qF "$link" && fails 'links turned off'
terminal 80 'cpyread --no-pager callers app1' | grep -qF "$link" && fails 'links of a terminal that is not known'
CPYREAD_LINKS=1 cpyread callers app1 | grep -qF "$link" && fails 'links in a pipe'
terminal 80 'cpyread --no-pager callers app1' | grep -q "$(printf '\033\[1m')" || fails 'colours'
terminal 80 'NO_COLOR=1 cpyread --no-pager callers app1' | grep -q "$(printf '\033')" && fails 'NO_COLOR'

# Twenty columns: nothing is wider, but for source and single words.
for line in 'callers app1' 'find list app' 'graph app1' '--help' 'callees PyList_Append' 'status' 'refs app1' \
    'path PyList_Append list_resize' 'type PyListObject' 'type PyList_Type' 'slot tp_call' 'opcode' 'help graph' 'doctor' \
    'show app1 --no-source' 'sql "SELECT * FROM files"'; do
    terminal 20 "NO_COLOR=1 cpyread --no-pager $line 2> /dev/null" > narrow
    while IFS= read -r text; do
        case ${text##* } in # a word that is too long may stand alone
        "${text#"${text%%[! ]*}"}") ;;
        *) [ "$(printf %s "$text" | wc -m)" -le 20 ] || { echo "too wide: $text"; cat narrow; exit 1; } ;;
        esac
    done < narrow
done
