# A sheet as PDF, read back: pages, ids, a title that can be searched for, embedded fonts, no code that is cut off.
for program in weasyprint pdftotext pdffonts fc-list; do
    command -v $program > /dev/null || { echo "no $program"; exit 77; }
done
fc-list :lang=ko | grep -q . || { echo 'no Korean font'; exit 77; }
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"
cd "$TMP"
cat > note.md <<'END'
---
title: 리스트는 왜 넉넉하게 늘어날까?
session: 시험 모임
lang: ko
---
먼저 예상한다.

```predict 1
```

## 소스

```cpyread
source PyList_Append
```

## 그림

```cpyread
graph PyList_Append
```

```strip
>>> a.append(1)
PyList_Append
app1
list_resize
```

```lines 2
```
END
cpyread handout note.md -o note.pdf 2> said
test ! -s said || { cat said; exit 1; }
pdftotext -layout note.pdf note.txt
grep -q '리스트는 왜 넉넉하게 늘어날까?' note.txt
grep -q 'return app1((PyListObject \*)op, newitem);' note.txt
grep -q '시험 모임 .*3 */ *3' note.txt
grep -q 'PyList_Append: 주변 호출 그래프' note.txt
grep -q '양면 인쇄(긴 쪽으로 넘김), 왼쪽 가장자리를 묶으세요' note.txt
test "$(grep -c "$(printf '\f')" note.txt)" = 3
# Every font is embedded.
pdffonts note.pdf | awk 'NR > 2 && $(NF - 4) != "yes" { print; wrong = 1 } END { exit wrong }'

# Without -o it goes to .build/handout of the study folder, which is found from below.
mkdir -p study/cpython-src study/notes
cp note.md study/notes/
cd study/notes
cpyread handout note.md > said
grep -q 'study/.build/handout/note.pdf: 3 pages, 8 lines of source' said
test -s ../.build/handout/note.pdf

# Each picture has ids of its own.
cpyread handout note.md -o note.html > said
grep -q ' id="p1-graph0"' note.html
test -z "$(grep -o ' id="[^"]*"' note.html | sort | uniq -d)"

# A box of the path says on which page its source stands; the list of names does, too.
cat > path.md <<'END'
---
title: Which page?
---
```strip
>>> a.append(1)
PyList_Append
app1
list_resize
```

```lines 1
```

## Nothing here

```lines 1
```

## Source

```cpyread
source PyList_Append app1
```
END
cpyread handout path.md -o path.pdf > said
pdftotext -layout path.pdf path.txt
grep -q 'PyList_Append  *listobject.c:70 · p. 3$' path.txt
grep -q 'list_resize  *listobject.c:[0-9]* · not printed$' path.txt
grep -q 'app1 listobject.c:52, p. 3 · used at 73' path.txt
awk 'BEGIN { RS = "\f" } index($0, "PyList_Append Objects/listobject.c") { print NR }' path.txt | grep -qx 3

# Where pages end only paper shows: the middle one of these has nothing to write on, and the old sheet stays.
{ printf -- '---\ntitle: Long\n---\n```lines 1\n```\n'; seq 150 | sed 's/$/ words\n/'; printf '\n```lines 1\n```\n'; } > long.md
cpyread handout long.md -o long.html > said
echo old > long.pdf
cpyread handout long.md -o long.pdf > said 2>&1 && exit 1
grep -q 'long.md:1: page 2 of [0-9]* has no line to write on' said
test "$(cat long.pdf)" = old
test -z "$(find . -name '*.new')"

# A function that goes on on the next page is named there, and only there; it begins below its heading, and is broken at a blank
# line of the outermost level that leaves no part longer than a page.
{
    printf -- '---\ntitle: long\nlang: ko\n---\n```lines 1\n```\n\n## 소스\n\n```cpyread\nsource _PyEval_EvalFrameDefault --most 90\n```\n\n```lines 1\n```\n'
    printf '\n## 끝\n\n```lines 1\n```\n'
} > long.md
cpyread handout long.md -o long.pdf > said
pdftotext -layout long.pdf long.txt
awk 'BEGIN { RS = "\f" } index($0, "_PyEval_EvalFrameDefault (계속)") { printf "%d ", NR }' long.txt | grep -qx '3 '
test "$(grep -c '(계속)' long.txt)" = 1
awk 'BEGIN { RS = "\f" } / 97 +}/ && / 58 +switch/ { printf "%d ", NR } / 99 +TARGET/ { printf "%d ", NR }' long.txt | grep -qx '2 3 '

# Seven pages are one too many.
{ printf -- '---\ntitle: seven\n---\n```lines 1\n```\n' && for i in 2 3 4 5 6 7; do printf '\n## %s\n\n```lines 1\n```\n' $i; done; } > seven.md
cpyread handout seven.md -o seven.pdf 2> said && exit 1
grep -q 'seven.md:1: 7 pages; a sheet has 6 at most' said
test ! -e seven.pdf
sed -i '/^## 7/,$d' seven.md
cpyread handout seven.md -o seven.pdf > said
