# What git cannot tell is one clear line; the index stands, and everything else goes on working.
. tests/sh/index-common

# without WHAT WORDS: that the run was good, told WORDS, and left an index without commits that answers other questions.
without() {
    [ "$status" = 0 ] || complain "$1: status $status"
    grep -v '^CPython' "$TMP/err" >"$TMP/said" || true
    [ "$(wc -l <"$TMP/said")" = 1 ] || complain "$1: not one line"
    grep -qF -e "$2" "$TMP/said" || complain "$1: it does not say “$2”"
    [ "$(sqlite3 "$tree.db" 'SELECT count(*) FROM commits')" = 0 ] || complain "$1: there are commits"
    "$BUILD/cpyread" --db "$tree.db" callers PyList_Append >"$TMP/out" || complain "$1: callers"
    "$BUILD/cpyread" --db "$tree.db" commits PyDict_Copy >"$TMP/out" 2>"$TMP/err" && complain "$1: commits of none"
    grep -q 'holds no commits' "$TMP/err" || complain "$1: commits does not say why"
}

# ---- no git, no repository ----
lay
rm -rf "$tree/.git"
index --force
expect 'a tree without git' 0
[ "$(sqlite3 "$tree.db" 'SELECT count(*) FROM commits')" = 0 ] || complain 'a tree without git has commits'
index --force --history HEAD~1..HEAD
without 'a range of a tree without git' 'is no git checkout'

lay
status=0
env PATH=/nonexistent "$BUILD/cpyread-index" "$tree" -j2 --force >"$TMP/out" 2>"$TMP/err" || status=$?
without 'git is missing' 'there is no git here; apt-get install git'

lay
rm -rf "$tree/.git/objects"
index --force
without 'a broken repository' 'it is left out'

# ---- ranges ----
lay
index --force --history no-such..HEAD
without 'an unknown name' 'there is no commit no-such in this repository'
index --force --history 0123456789abcdef0123456789abcdef01234567..HEAD
without 'an unknown hash' 'there is no commit 0123456789'
index --force --history start...HEAD
without 'three dots' 'a range has two dots'
index --force --history --output=x..HEAD
without 'an option' 'there is no commit --output=x'
git -C "$tree" branch --quiet -D 3.6
index --force
without 'no branch of the version before' 'no branch of the version before'
index
without 'the same once more' 'no branch of the version before'

# ---- not all of the history ----
lay
rm -rf "$TMP/shallow"
git clone --quiet --depth 4 --branch 3.7 "file://$MINI" "$TMP/shallow" 2>/dev/null
mv "$tree" "$TMP/whole" && mv "$TMP/shallow" "$tree"
index --force
without 'a shallow clone' 'the clone is shallow: git fetch --unshallow'
index --force --history HEAD~3..HEAD
[ "$(sqlite3 "$tree.db" 'SELECT count(*) FROM commits')" = 3 ] || complain 'what a shallow clone has'
git -C "$tree" fetch --quiet --depth 4 origin 3.6:3.6 2>/dev/null
index --force
[ "$status" = 0 ] || complain 'a shallow clone with both branches'

lay
blob=$(git -C "$tree" rev-parse copy:Objects/dictobject.c)
rm -rf "$TMP/loose" && mkdir "$TMP/loose"
mv "$tree/.git/objects/pack" "$TMP/loose/pack" 2>/dev/null || true
mkdir -p "$tree/.git/objects/pack"
for pack in "$TMP/loose/pack"/*.pack; do
    [ -e "$pack" ] && git -C "$tree" unpack-objects --quiet <"$pack"
done
rm -f "$tree/.git/objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)"
index --force
[ "$status" = 0 ] || complain 'a missing blob'
grep -q 'history: the repository lacks 1 of the files that commits touched' "$TMP/err" || complain 'a missing blob is not told'
[ "$(sqlite3 "$tree.db" 'SELECT count(*) FROM commits')" = 13 ] || complain 'a missing blob costs its commit alone'
[ "$(sqlite3 "$tree.db" "SELECT count(*) FROM commit_functions WHERE function = 'unsafe_long_compare'")" = 1 ] ||
    complain 'a missing blob costs other commits'

# ---- a repository that would run something ----
lay
for name in fsmonitor pager diff textconv hook gpg; do
    printf '#!/bin/sh\ntouch %s/ran-%s\nexit 1\n' "$TMP" "$name" >"$TMP/$name.sh"
    chmod +x "$TMP/$name.sh"
done
git -C "$tree" config core.fsmonitor "$TMP/fsmonitor.sh"
git -C "$tree" config core.pager "$TMP/pager.sh"
git -C "$tree" config pager.log true
git -C "$tree" config diff.external "$TMP/diff.sh"
git -C "$tree" config diff.c.textconv "$TMP/textconv.sh"
git -C "$tree" config core.hooksPath "$TMP"
git -C "$tree" config log.showSignature true
git -C "$tree" config gpg.program "$TMP/gpg.sh"
git -C "$tree" config diff.orderFile /nonexistent
git -C "$tree" config diff.renames copies
git -C "$tree" config log.follow true
git -C "$tree" config color.ui always
mkdir -p "$tree/.git/info"
echo '*.c diff=c' >"$tree/.git/info/attributes"
index --force
[ "$status" = 0 ] || complain 'a hostile configuration'
[ "$(sqlite3 "$tree.db" 'SELECT count(*) FROM commit_functions')" = "$(sqlite3 "$MINI.db" 'SELECT count(*) FROM commit_functions')" ] ||
    complain 'a configuration changes what is read'
ls "$TMP"/ran-* >/dev/null 2>&1 && complain "the repository ran $(ls "$TMP"/ran-*)"

# ---- someone else's ----
if [ "$(id -u)" = 0 ] && [ -z "${SUDO_UID-}" ]; then
    lay
    chown -R 12345 "$tree"
    HOME=$TMP index --force
    without "someone else's repository" 'belongs to someone else, so git does not read it'
fi
clean 'history errors'
