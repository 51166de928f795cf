# Of upstream comes the history that is the version's own: from the day on which the version before it went into beta.
. tests/sh/get-common
commit "$TMP/repo" 3.6.0a4 2016-08-15
commit "$TMP/repo" 3.7.0a0 2016-09-12
commit "$TMP/repo" 3.7.0a0 2017-03-03
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0

get 3.7 && holds 3.7 3.7.0
says 'with its history since 2016-09-11'
days=$(git -C "$CPYREAD_SOURCES/3.7" log --format=%cs | tr '\n' ' ')
[ "$days" = '2018-06-27 2017-03-03 2016-09-12 ' ] || failed "history: $days"

# A release older than that is not lost: then the whole history comes.
git -C "$TMP/repo" tag v3.9.0 v3.7.0
tree "$TMP/repo" 3.9.0 && git -C "$TMP/repo" commit -qam 3.9 --date 2018-06-28
GIT_COMMITTER_DATE=2018-06-28T12:00:00Z git -C "$TMP/repo" commit -q --amend --no-edit
git -C "$TMP/repo" tag -f v3.9.0 >/dev/null
get 3.9 && holds 3.9 3.9.0
[ "$(git -C "$CPYREAD_SOURCES/3.9" rev-list --count HEAD)" = 5 ] || failed 'the history of 3.9 is not whole'
