# What a killed run left is removed by the next; what belongs to a run that is going on is not.
. tests/sh/get-common
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0
sh -c 'echo $$' >"$TMP/dead"
mkdir -p "$CPYREAD_SOURCES/.3.7.new.$(cat "$TMP/dead")/tree" "$CPYREAD_SOURCES/.3.8.new.$$"
get 3.7
ends_with 0
says 'removing what a killed run left'
[ -d "$CPYREAD_SOURCES/.3.8.new.$$" ] || failed "the folder of a run that is going on was removed"
rm -r "$CPYREAD_SOURCES/.3.8.new.$$"
holds 3.7 3.7.0
