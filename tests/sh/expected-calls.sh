# The comments beside the calls of tests/mini-cpython against the index.
. tests/sh/expected-common

test -s "$MINI.db" || { echo 'there is no index of the small tree'; exit 77; }
as_written "$MINI.db" "$MINI" 100
