# The scripted history of the small tree: it ends in that tree, and its hashes are the same wherever it is made.

# Another place, another umask, another zone, another user, another default branch.
(umask 077 && TZ=Asia/Seoul GIT_AUTHOR_NAME=nobody HOME=/nonexistent tests/mini-cpython/history "$TMP/again")
for ref in 3.6 3.7 master; do
    git -C "$MINI" rev-parse "refs/heads/$ref" > "$TMP/hash"
    git -C "$TMP/again" rev-parse "refs/heads/$ref" | diff -u "$TMP/hash" - || { echo "$ref has another hash"; exit 1; }
done

git -C "$TMP/again" archive HEAD | (mkdir "$TMP/tree" && tar -x -C "$TMP/tree")
diff -r --exclude history tests/mini-cpython "$TMP/tree" || { echo 'the last commit is not the tree'; exit 1; }
test ! -e "$TMP/tree/history"

# What the tests of history count on: where 3.6 left, one merge, a commit for each spelling of an issue.
log() {
    git -C "$TMP/again" log --format=%s "$@"
}
test "$(git -C "$TMP/again" merge-base 3.6 alpha)" = "$(git -C "$TMP/again" rev-parse lookup)"
test "$(log --merges 3.7 | wc -l)" -eq 1
for spelling in '^Issue #' '^issue #' '^bpo-' '^gh-' '(#[0-9]*)$' '(GH-[0-9]*)$' '^\[3.6\] '; do
    log --all | grep -q "$spelling" || { echo "no commit is spelled $spelling"; exit 1; }
done
