# The example in each command's help is a command line that works: in a study folder made of the small tree.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
test -x "$BUILD/cpyread-index" || { echo 'no indexer in this build'; exit 77; }
export PATH="$BUILD:$PATH"
unset CPYREAD_NOTES # those of the study folder
mkdir "$TMP/cpython-src"
cd "$TMP"
cp -r "$MINI" cpython-src/3.7
cp "$MINI.db" cpython-src/3.7.db
cp -r "$ROOT/notes" notes
cp "$ROOT/tests/recordings/mini.recording" notes/recordings/3.7.recording
failed=
for command in $(cpyread help --markdown | sed -n '3,$s/^| `\([a-z]*\)` .*/\1/p'); do
    example=$(cpyread help "$command" | sed -n 's/^Example: //p')
    case $example in
    "cpyread $command"*) ;;
    *) echo "the example of $command is another's: $example" && failed=yes ;;
    esac
    case $command in diff) cp cpython-src/3.7.db cpython-src/3.11.db && ln -s 3.7 cpython-src/3.11 ;; esac
    sh -c "$example" > answer 2> said || { echo "\$ $example [status $?]" && cat said && failed=yes; }
    rm -rf cpython-src/3.11 cpython-src/3.11.db
    test -s answer || { echo "\$ $example says nothing" && failed=yes; }
done
test -z "$failed"
