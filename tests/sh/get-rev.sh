# --rev: a branch before a tag, a whole hash or a part of one; from a folder, from a server, and of upstream.
. tests/sh/get-common
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0
middle=$(git -C "$TMP/repo" rev-parse HEAD)
commit "$TMP/repo" 3.7.1 2018-10-20 v3.7.1
git -C "$TMP/repo" branch 3.7 v3.7.1
commit "$TMP/repo" 3.8.0a0 2018-11-01

for where in "$TMP/repo" "file://$TMP/repo"; do
    get 3.7 --from "$where" --rev 3.7 && holds 3.7 3.7.1
    [ "$(git -C "$CPYREAD_SOURCES/3.7" symbolic-ref --short HEAD)" = 3.7 ] || failed 'not on branch 3.7'
    get 3.7.0 --from "$where" --rev v3.7.0 && holds 3.7.0 3.7.0
    rm -r "$CPYREAD_SOURCES/3.7"
    get 3.7 --from "$where" "--rev=$middle" && holds 3.7 3.7.0
    rm -r "$CPYREAD_SOURCES"
    get 3.7 --from "$where" --rev "$(echo "$middle" | cut -c 1-10)" && holds 3.7 3.7.0
    rm -r "$CPYREAD_SOURCES"
    get 3.7 --from "$where" --rev nothing-like-it && ends_with 3
    says 'has no nothing-like-it'
    get 3.7 --from "$where" --rev main && ends_with 3
    says 'what came is not CPython 3.7 (it says 3.8.0a0)'
    leaves_nothing
done
get 3.7 --rev 3.7 && holds 3.7 3.7.1
