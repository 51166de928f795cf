# A tag may lie: the tree has to say that it is the version, or it is not kept.
. tests/sh/get-common
commit "$TMP/repo" 3.8.1 2019-12-18 v3.7.9
for where in "$TMP/repo" "file://$TMP/repo"; do
    get 3.7 --from "$where" && ends_with 3
    says 'what came is not CPython 3.7 (it says 3.8.1): not kept'
    leaves_nothing
done
