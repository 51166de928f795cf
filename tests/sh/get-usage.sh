# Wrong usage: status 2, and nothing is made.
. tests/sh/get-common
for words in '' 'three' '3' '3.7 3.8' '../3.7' '3.7/..' '3.7 --frob' '3.7 --from' '3.7 --rev' '3.7 --rev -x'
do
    # shellcheck disable=SC2086
    get $words
    ends_with 2
    says 'usage: cpython-src/get VERSION'
done
leaves_nothing
get --help && ends_with 0
says 'usage: cpython-src/get VERSION'
