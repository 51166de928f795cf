# X.Y is the newest final release, by number and not by letter; X.Y.Z exactly that one.
. tests/sh/get-common
commit "$TMP/repo" 3.7.0b1 2018-01-31 v3.7.0b1
commit "$TMP/repo" 3.7.0 2018-06-27 v3.7.0
commit "$TMP/repo" 3.7.2 2018-12-24 v3.7.2
commit "$TMP/repo" 3.7.10 2021-02-15 v3.7.10
commit "$TMP/repo" 3.7.11rc1 2021-06-01 v3.7.11rc1
commit "$TMP/repo" 3.8.0b4 2019-08-29 v3.8.0b4
commit "$TMP/repo" 3.8.0rc1 2019-10-01 v3.8.0rc1

get 3.7 && holds 3.7 3.7.10
says 'CPython 3.7.10, v3.7.10'
get 3.7.2 && holds 3.7.2 3.7.2
get 3.8 && holds 3.8 3.8.0rc1
says 'no final release of 3.8 there yet: the newest before it is v3.8.0rc1'
get 3.7.9 && ends_with 3
says 'has no tag v3.7.9'
get 3.5 && ends_with 3
says 'has no tag v3.5.*'
