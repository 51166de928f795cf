# Snippets run only when asked, each by itself in a folder that is gone afterwards; one that fails refuses the sheet.
command -v python3 > /dev/null || { echo 'no python3'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH" TMPDIR="$TMP/scratch"
mkdir "$TMP/scratch"
cd "$TMP"
note() {
    printf -- '---\ntitle: Why?\n---\n```lines 1\n```\n\n```python\n%s\n```\n\n## For the lead\n\n```python norun\nraise SystemExit(1)\n```\n' "$1" > n.md
}

# Not asked: not run.
note "open('$TMP/ran', 'w')"
cpyread notes check n.md > said
cpyread handout n.md --all -o n.html > said
test ! -e ran

# In a folder of its own, and no name is left of another snippet.
note 'import os
open("left", "w").write("x")
print("in", len(os.listdir(".")) >= 2, os.getcwd() != "'"$TMP"'")'
cpyread notes check n.md --run python3 > said
grep -q '1 blocks looked at; 0 do not hold' said
cpyread handout n.md --all --run python3 -o n.html > said
grep -q '<pre>in True True' n.lead.html
grep -q 'What the snippets printed: Python 3' n.lead.html
if grep -q 'in True True' n.html; then exit 1; fi
test -z "$(ls scratch)"
test ! -e left

# One that fails: line and reason; the old sheets stay.
note 'print("<b>")
1 / 0'
echo old > n.html
echo old > n.lead.html
if cpyread handout n.md --all --run python3 -o n.html > said 2>&1; then exit 1; fi
grep -q 'n.md:8: the snippet fails: ZeroDivisionError: division by zero' said
test "$(cat n.html n.lead.html | sort -u)" = old
if cpyread notes check n.md --run python3 > said; then exit 1; fi
grep -q '^n.md:8  *fails  *python  *the snippet fails: ZeroDivisionError' said

# Endless output is cut off with the snippet; what it prints is text.
note 'while True: print("x" * 1000)'
if cpyread notes check n.md --run python3 > said; then exit 1; fi
grep -q 'n.md:8  *fails  *python  *the snippet prints more than 1048576 bytes' said
note 'raise SystemExit("x" * 5000)'
if cpyread notes check n.md --run python3 > said; then exit 1; fi
test "$(wc -c < said)" -lt 1000

# What a snippet leaves running ends with it; it has nothing to read.
note 'import subprocess, sys
print(repr(sys.stdin.read()), "pid", subprocess.Popen(["sleep", "100"]).pid)'
cpyread handout n.md --all --run python3 -o n.html > said
pid=$(sed -n "s,.*<pre>'' pid ,,p" n.lead.html)
test -n "$pid"
! kill -0 "$pid" 2> said || grep -q "^State:.*Z" "/proc/$pid/status"

note 'print("<script>")'
cpyread handout n.md --all --run python3 -o n.html > said
grep -q '<pre>&lt;script&gt;' n.lead.html

cpyread notes check n.md --run no-such-python > said 2>&1 && exit 1
grep -q 'there is no program no-such-python' said
cpyread notes check n.md --run true > said 2>&1 && exit 1
grep -q 'is no Python' said
test -z "$(ls scratch)"
