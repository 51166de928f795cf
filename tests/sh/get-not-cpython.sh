# Things that are no CPython, or nothing at all.
. tests/sh/get-common
mkdir "$TMP/folder"
: >"$TMP/file"
get 3.7 --from "$TMP/folder" && ends_with 3
says 'is neither a CPython tree nor a git repository'
get 3.7 --from "$TMP/file" && ends_with 3
says 'not a folder'
get 3.7 --from "$TMP/nothing" && ends_with 3
says 'no such folder'
get 3.7 --from "file://$TMP/nothing" && ends_with 3
says 'does not appear to be a git repository'

git init -q "$TMP/empty"
get 3.7 --from "$TMP/empty" && ends_with 3
says 'has no tag v3.7.* and no branch 3.7'
mkdir -p "$TMP/other" && git init -q "$TMP/other"
git -C "$TMP/other" commit -q --allow-empty -m x && git -C "$TMP/other" tag v3.7.1
get 3.7 --from "$TMP/other" && ends_with 3
says 'what came is not CPython 3.7 (it says nothing)'

# A broken repository inside another one must not lead to that one.
git -C "$TMP/other" branch 3.7
mkdir -p "$TMP/other/inner/.git"
get 3.7 --from "$TMP/other/inner" && ends_with 3
says 'not a git repository'
leaves_nothing
