# A repository that lacks the contents of a file: a text is left out and named, a C file is not done without.
. tests/sh/get-common
mkdir -p "$TMP/repo/Misc"
echo 'revision 1' >"$TMP/repo/Misc/a map.txt"
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0
lose() { # PATH
    hash=$(git -C "$TMP/repo" rev-parse "HEAD:$1")
    rm -f "$TMP/repo/.git/objects/$(echo "$hash" | cut -c 1-2)/$(echo "$hash" | cut -c 3-)"
}

lose 'Misc/a map.txt'
get 3.7 --from "$TMP/repo" && holds 3.7 3.7.0
says 'lacks the contents of Misc/a map.txt: left out'
rm -r "$CPYREAD_SOURCES/3.7"

lose Python/ceval.c
get 3.7 --from "$TMP/repo" && ends_with 3
says 'lacks the contents of'
leaves_nothing
