# A tree without git is copied; what a build left in it is not.
. tests/sh/get-common
tree "$TMP/a tree" 3.13.5
mkdir -p "$TMP/a tree/build/lib" "$TMP/a tree/Python/__pycache__"
for file in pyconfig.h Makefile python Objects/object.o Modules/main.so libpython3.13.a build/lib/x config.status; do
    : >"$TMP/a tree/$file"
done
: >"$TMP/a tree/pyconfig.h.in"
: >"$TMP/a tree/Modules/Makefile"

get 3.13 --from "$TMP/a tree" && holds 3.13 3.13.5
(cd "$CPYREAD_SOURCES/3.13" && find . -type f | LC_ALL=C sort) >"$TMP/files"
diff "$TMP/files" - <<'END'
./Include/Python.h
./Include/patchlevel.h
./Modules/Makefile
./Modules/main.c
./Objects/object.c
./Python/ceval.c
./pyconfig.h.in
END
get 3.12 --from "$TMP/a tree" && ends_with 3
says 'is CPython 3.13.5, not 3.12'
get 3.13.5 --from "$TMP/a tree" --rev v3.13.5 && ends_with 3
says 'there is no history'
