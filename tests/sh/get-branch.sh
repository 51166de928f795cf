# Of a repository that is named: the final release; else branch X.Y, its own or its origin's; else what is checked out.
. tests/sh/get-common
commit "$TMP/repo" 3.7.0a1 2017-09-19 v3.7.0a1
commit "$TMP/repo" 3.7.0b3+ 2018-04-20
git -C "$TMP/repo" branch 3.7
git -C "$TMP/repo" branch 3.6
commit "$TMP/repo" 3.8.0a0 2018-04-21

get 3.7 --from "$TMP/repo" && holds 3.7 3.7.0b3+
[ "$(git -C "$CPYREAD_SOURCES/3.7" log --oneline | wc -l)" -eq 2 ] || failed 'the history is not there'
get 3.8 --from "$TMP/repo" && holds 3.8 3.8.0a0 # there is no tag and no branch, but it is checked out
rm -r "$CPYREAD_SOURCES"

git clone -q "$TMP/repo" "$TMP/clone"
get 3.7 --from "$TMP/clone" && holds 3.7 3.7.0b3+
git -C "$CPYREAD_SOURCES/3.7" rev-parse -q --verify origin/3.6 >/dev/null || failed 'the branch 3.6 was lost'
rm -r "$CPYREAD_SOURCES"

git clone -q --bare "$TMP/repo" "$TMP/bare"
get 3.7 --from "$TMP/bare" && holds 3.7 3.7.0b3+
rm -r "$CPYREAD_SOURCES"

git clone -q --depth 1 -b v3.7.0a1 -c advice.detachedHead=false "file://$TMP/repo" "$TMP/shallow"
get 3.7 --from "$TMP/shallow" && holds 3.7 3.7.0a1
get 3.6 --from "$TMP/shallow" && ends_with 3
says 'has no tag v3.6.* and no branch 3.6 (the newest versions it has: 3.7)'
