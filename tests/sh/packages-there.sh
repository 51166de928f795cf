# All there: no word, no time, nothing done; whoever asks.
. tests/sh/packages-common
for id in 0 1000; do
    user $id
    packages gcc && ends_with 0
    packages --install gcc gcc && ends_with 0
    [ ! -s "$TMP/said" ] || failed 'it is not silent'
    did_nothing
done
