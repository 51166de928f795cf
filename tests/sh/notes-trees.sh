# A citation is followed by its text: to another tree whose index lies beside, and from a commit of the checkout.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
command -v cpyread-index > /dev/null || test -x "$BUILD/cpyread-index" || { echo 'no indexer'; exit 77; }
export PATH="$BUILD:$PATH"
unset CPYREAD_DB
mkdir -p "$TMP/cpython-src" "$TMP/notes"
cd "$TMP"
cp -r "$MINI" cpython-src/3.7
cp -r "$MINI" cpython-src/3.8
cd cpython-src/3.8
sed -i 's/"3\.7\.0/"3.8.0/; s/PY_MINOR_VERSION\( *\)7/PY_MINOR_VERSION\18/' Include/patchlevel.h
{ printf '/* one more\n   and one */\n'; cat Objects/listobject.c; } > new
mv new Objects/listobject.c
sed -i 's/app1/append_one/g' Objects/listobject.c
git -c user.name=a -c user.email=a@b commit -qam 'one more'
cd ../..
cpyread index cpython-src/3.7 > said 2>&1 || { cat said; exit 1; }
cpyread index cpython-src/3.8 > said 2>&1 || { cat said; exit 1; }

commit=$(git -C cpython-src/3.7 rev-parse --short=10 HEAD)
cat > notes/n.md <<END
---
title: Why?
tree: 3.7
symbols: PyList_Append app1
---
\`Objects/listobject.c:74-75@3.7#PyList_Append\`, \`Objects/listobject.c:73@3.7#PyList_Append\`, \`append_one@3.8\`, \`append_two@3.8\`.
\`Objects/listobject.c:74-75@$commit#PyList_Append\`
END
cp notes/n.md before.md

# In the tree that it names all holds but the name that 3.8 does not have either.
if cpyread notes check > said; then exit 1; fi
grep -q '^notes/n.md:6  *gone  *append_two ' said
grep -q '4 names, 3 citations, 0 blocks looked at; 1 do not hold' said || { cat said; exit 1; }

# In the other: gone, moved, changed; nothing else.
if cpyread --at 3.8 notes check --tsv > said; then exit 1; fi
cut -f 2-4 said | sort > found
cat > wanted <<END
4	gone	app1
6	changed	Objects/listobject.c:73@3.7#PyList_Append
6	gone	append_two
6	moved	Objects/listobject.c:74-75@3.7#PyList_Append
7	moved	Objects/listobject.c:74-75@$commit#PyList_Append
line	problem	name
END
diff wanted found
grep -q 'now lines 76-77' said

# What is of another tree is not rewritten: there it would be wrong.
cpyread --at 3.8 notes check --fix > said || true
cmp notes/n.md before.md
