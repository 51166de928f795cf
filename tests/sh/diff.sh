# One function before and after a commit, in two indexes, and a commit as a picture: cpyread diff, graph --commit.
. tests/sh/index-common
export XDG_CACHE_HOME=$TMP/cache
ask() {
    status=0
    "$BUILD/cpyread" --db "$MINI.db" "$@" >"$TMP/out" 2>"$TMP/err" || status=$?
}
says() {
    grep -qF -e "$2" "$TMP/out" || complain "$1: it does not say “$2”"
}
copy=$(git -C "$MINI" rev-parse copy)

ask diff "$copy" PyDict_Copy --all
[ "$status" = 0 ] || complain 'a diff'
says 'the line that went' 'insertdict(copy, ep->me_key, ep->me_hash, ep->me_value);'
says 'a call that came' '+ came'
grep -q 'clone_combined_dict *direct + came' "$TMP/out" || complain 'the call that came'
grep -q 'insertdict *direct - went' "$TMP/out" || complain 'the call that went'
grep -Eq '_PyObject_New *direct  ' "$TMP/out" || complain 'a call that was kept'
ask diff "$copy" clone_combined_dict
says 'a function that the commit added' 'clone_combined_dict: added'
ask diff "$copy" list_append
[ "$status" = 1 ] || complain 'a function in a file that the commit left alone'
[ -z "$(find "$XDG_CACHE_HOME" -name '*-facts' -o -name '*.new')" ] || complain 'something is left in the cache'

ask graph --commit "$copy"
grep -q 'PyDict_Copy.*\[bpo-31179\]' "$TMP/out" || complain 'a commit as a picture: what it touched'
says 'a commit as a picture: what went' 'direct - went'
ask graph --commit "$copy" -o "$TMP/copy.dot"
grep -q 'peripheries=2' "$TMP/copy.dot" || complain 'no double border'
ask graph --commit "$(git -C "$MINI" rev-parse growth)"
[ "$status" = 1 ] || complain 'a commit that touched no function'

# Two indexes; a function that one of them lacks.
lay
sed -i 's/PyList_GET_ITEM(args, 0) = _Py_NewRef(arg);/PyList_GET_ITEM(args, 0) = arg;/' "$tree/Objects/abstract.c"
index --history none
ask diff "$MINI.db" "$tree.db" PyObject_CallOneArg --all
says 'two indexes' '_Py_NewRef'
grep -q '_Py_NewRef *direct - went' "$TMP/out" || complain 'two indexes: the call that went'
ask diff "$MINI.db" "$tree.db" list_append
says 'the same in both' 'the source is the same'

# What cannot be done says why.
ask diff "$MINI.db" "$TMP/none.db" list_append
[ "$status" = 3 ] && grep -q 'no such index' "$TMP/err" || complain 'an index that is not there'
rm -rf "$tree/.git"
cp "$MINI.db" "$tree.db"
ask --db "$tree.db" diff "$copy" PyDict_Copy
[ "$status" = 3 ] && grep -q 'not a git repository' "$TMP/err" || complain 'no repository'
