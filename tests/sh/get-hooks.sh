# Nothing that a repository, or the git of this machine, would like to run on a checkout is run.
. tests/sh/get-common
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0
mkdir -p "$TMP/hooks" "$TMP/template/hooks"
for hook in "$TMP/repo/.git/hooks" "$TMP/hooks" "$TMP/template/hooks"; do
    for name in post-checkout reference-transaction post-index-change; do
        printf '#!/bin/sh\n: >"%s"\n' "$TMP/ran" >"$hook/$name"
        chmod +x "$hook/$name"
    done
done
git config --file "$TMP/config" core.hooksPath "$TMP/hooks"
git config --file "$TMP/config" init.templateDir "$TMP/template"
export GIT_CONFIG_GLOBAL="$TMP/config"
for where in "$TMP/repo" "file://$TMP/repo"; do
    get 3.7 --from "$where" && holds 3.7 3.7.0
    [ ! -e "$TMP/ran" ] || failed 'a hook was run'
    [ ! -e "$CPYREAD_SOURCES/3.7/.git/hooks" ] || failed 'hooks were copied'
    rm -r "$CPYREAD_SOURCES/3.7"
done
