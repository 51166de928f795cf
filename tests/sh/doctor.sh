# What a machine lacks: all is tried, what is missing has its command, and only what is necessary makes it fail.
command -v weasyprint fc-list git > "$TMP/there" || { echo "this machine lacks something itself"; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
unset CPYREAD_DB
cd "$TMP"
cpyread=$BUILD/cpyread

$cpyread doctor --tsv > out || { cat out; exit 1; }
grep -q "^git	$(command -v git)	yes	" out
grep -q "^Graphviz to svg	draws	yes	pictures	$" out
grep -q "^NanumGothicCoding	" out
if grep -q '^headers' out; then exit 1; fi

# Nothing on PATH: necessary things are missing.
status=0
PATH=$TMP/none $cpyread doctor --tsv > out 2> said || status=$?
test $status = 3
grep -q '^weasyprint	missing	yes	handouts on paper	apt-get install weasyprint$' out
grep -q '^gdb	missing	no	.*	apt-get install gdb$' out
grep -q '^cpyread: 4 of what is necessary are missing' said

# Only what is not necessary.
mkdir bin
for program in git weasyprint fc-list; do ln -s "$(command -v $program)" bin/; done
PATH=$TMP/bin $cpyread doctor --tsv > out
grep -q '^gdb	missing	no' out

# Headers that the index was made without; an index that is named must be there.
$cpyread --db "$MINI.db" doctor --tsv > out
grep -q '^headers	missing	no	1 files* of CPython 3.7.0.*	no package is known' out || { cat out; exit 1; }
if $cpyread --db none.db doctor > out 2> said; then exit 1; fi
grep -q 'none.db: no such index' said
