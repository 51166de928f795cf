# What is no checkout of CPython is refused in one line, and nothing is written.
. tests/sh/index-common

index
expect 'no folder' 3 'no CPython checkout'
mkdir "$tree"
index
expect 'an empty folder' 3 'no CPython checkout'
mkdir "$tree/Include" "$tree/src"
echo 'int main(void) { return 0; }' >"$tree/src/main.c"
index
expect 'another program' 3 'no CPython checkout'
echo '#define NOTHING_OF_USE' >"$tree/Include/patchlevel.h"
index
expect 'a patchlevel.h alone' 3 'no CPython checkout'
[ ! -e "$tree.db" ] || complain 'an index was made'
clean 'refused'
