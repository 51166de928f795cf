# Completion: the bash script is loaded and completes commands, options, names of the index, words of a list; the others
# are at least grammatical. All are made from the table that dispatches.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"
cd "$TMP"
cpyread help --completion bash > script.bash
bash -n script.bash
if command -v shellcheck > /dev/null; then shellcheck script.bash; fi
if command -v zsh > /dev/null; then cpyread help --completion zsh | zsh -n; fi
if command -v fish > /dev/null; then cpyread help --completion fish > script.fish && fish -n script.fish; fi
for shell in bash zsh fish; do
    cpyread help --completion $shell | grep -q @TABLE@ && { echo "$shell: the table is not in it"; exit 1; }
done

# offers WORDS…: what the last of the words may be completed to, in one line.
offers() {
    bash -c 'source ./script.bash
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _cpyread cpyread "${COMP_WORDS[COMP_CWORD]}"
        echo "${COMPREPLY[*]}"' bash "$@"
}

# expect WHAT WORDS…
expect() {
    expected=$1
    shift
    offered=$(offers "$@")
    [ "$offered" = "$expected" ] || { printf '%s\n  offers   %s\n  expected %s\n' "$*" "$offered" "$expected"; exit 1; }
}

expect 'callers callees' cpyread calle
expect '--depth' cpyread graph --dep
expect '--no-color --no-pager --nodes' cpyread graph --no
expect '' cpyread callers --dep
expect 'PyDict_Check PyDict_Copy' cpyread graph PyDict_C
expect 'PyDict_Copy' cpyread graph list_append --path PyDict_Co
expect 'PyDict_Copy' cpyread --db "$MINI.db" show PyDict_Co
expect '' cpyread --db no_such.db show PyDict_Co
expect 'en ko' cpyread graph --lang ''
expect 'handout' cpyread help hand
expect '' cpyread graph "x'; DROP"
touch note.md
expect 'note.md' cpyread handout no
mkdir -p cpython-src && touch cpython-src/3.7.db cpython-src/3.11.db
expect '3.11 3.7' cpyread use 3
expect '3.7' cpyread --at 3.7
