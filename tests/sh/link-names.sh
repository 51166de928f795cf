# No linker makes an edge by the name of a function of CPython: what is right so for one version is wrong for the next. The
# words of all literals in indexer/link are looked up among the functions of the small tree, and of a real one where there
# is an index beside it (CPYREAD_TREE, or cpython-src/3.7). A wrong linker shows first that names are found.

# What may be named although it is a function, or begins like some; in what file, and why.
allowed() {
    cat <<'END'
indexer/link/dispatch_modules.sql PyInit_ # what dlsym() is asked for, see _PyImport_FindSharedFuncptr in Python/importdl.c
indexer/link/type_slots.c Py_ # the macros of Include/typeslots.h
indexer/link/python_names.c PyObject_HashNotImplemented # stands for None in tp_hash, see add_operators in Objects/typeobject.c
indexer/link/python_extensions.sql PyInit_ # what import asks for, see Python/importdl.c
indexer/link/python_inits.sql PyInit_ # the same
indexer/link/python_added_calls.sql PyErr_ # PyErr_NewException, which makes a class (Python/errors.c)
indexer/link/python_added_calls.sql PyErr_NewException # the same
indexer/link/python_added_calls.sql PyErr_NewExceptionWithDoc # the same
indexer/link/python_added_calls.sql PyModule_AddObject # gives a module what it has under a name (Python/modsupport.c)
indexer/link/python_added_calls.sql PyModule_AddObjectRef # the same
indexer/link/python_added_calls.sql PyModule_Add # the same
indexer/link/python_added_calls.sql PyModule_AddType # the same
indexer/link/python_added_calls.sql PyDict_SetItemString # what INIT_ALIAS in Objects/exceptions.c gives the builtins by
indexer/link/python_added_calls.sql PyObject_Call # type() called from C (Python/Python-ast.c)
indexer/link/python_added_tables.sql PyModule_AddFunctions # gives a module more functions (Objects/moduleobject.c)
indexer/link/python_described.sql PyDescr_NewGetSet # gives a type a getter (Objects/descrobject.c)
indexer/link/python_readied.sql PyType_Ready # makes a type whole (Objects/typeobject.c)
indexer/link/python_startup.sql PyObject_SetAttrString # what start-up sets builtins.open by (Python/pylifecycle.c)
indexer/link/beside.c main # what SQLite calls the database that was opened; main() is a function of its programs
indexer/link/dispatch.c pointer # a kind of call; Modules/_ctypes/callproc.c has a function of that name
indexer/link/opcode_set.c marker # a kind of opcode; Modules/_pickle.c has a function of that name
indexer/link/messages.c PyErr_SetObject # what sets an exception, Python/errors.c
indexer/link/messages.c PyErr_SetString # the same
indexer/link/messages.c PyErr_Format # the same
indexer/link/messages.c PyErr_FormatV # the same
indexer/link/messages.c _PyErr_SetObject # the same
indexer/link/messages.c _PyErr_SetString # the same
indexer/link/messages.c _PyErr_Format # the same
indexer/link/messages.c PyErr_WarnEx # what warns, Python/_warnings.c
indexer/link/messages.c PyErr_WarnFormat # the same
indexer/link/messages_said.c Py_BuildValue # makes what is raised, Python/modsupport.c
indexer/link/lookups.c PyObject_GetAttr # finds what has a name, Objects/object.c
indexer/link/lookups.c PyObject_GetAttrString # finds what has a name, Objects/object.c
indexer/link/lookups.c PyObject_GetOptionalAttr # finds what has a name, Objects/object.c
indexer/link/lookups.c PyObject_GetOptionalAttrString # finds what has a name, Objects/object.c
indexer/link/lookups.c PyObject_CallMethod # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_CallMethod # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_CallMethod_SizeT # finds what has a name, Objects/call.c
indexer/link/lookups.c PyObject_CallMethodObjArgs # finds what has a name, Objects/call.c
indexer/link/lookups.c PyObject_VectorcallMethod # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_GetAttrId # finds what has a name, Objects/object.c
indexer/link/lookups.c _PyObject_LookupAttr # finds what has a name, Objects/object.c
indexer/link/lookups.c _PyObject_LookupAttrId # finds what has a name, Objects/object.c
indexer/link/lookups.c _PyObject_CallMethodId # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_CallMethodId_SizeT # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_CallMethodIdObjArgs # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_VectorcallMethodId # finds what has a name, Objects/call.c
indexer/link/lookups.c _PyObject_LookupSpecial # finds what has a name, Objects/typeobject.c
indexer/link/lookups.c _PyObject_LookupSpecialId # finds what has a name, Objects/typeobject.c
indexer/link/lookups.c _PyType_Lookup # finds what has a name, Objects/typeobject.c
indexer/link/lookups.c _PyType_LookupId # finds what has a name, Objects/typeobject.c
indexer/link/lookups.c _PyType_LookupRef # finds what has a name, Objects/typeobject.c
indexer/link/lookups.c PySys_GetObject # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetObjectId # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetAttr # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetOptionalAttr # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetOptionalAttrString # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetRequiredAttr # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PySys_GetRequiredAttrString # finds what has a name, Python/sysmodule.c
indexer/link/lookups.c _PyEval_GetBuiltin # finds what has a name, Python/ceval.c
indexer/link/lookups.c _PyEval_GetBuiltinId # finds what has a name, Python/ceval.c
indexer/link/lookups.c _PyDict_GetItemId # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c _PyDict_GetItemIdWithError # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c _PyDict_GetItemWithError # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c PyDict_GetItemString # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c PyDict_GetItemWithError # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c PyDict_GetItemRef # finds what has a name, Objects/dictobject.c
indexer/link/lookups.c PyMapping_GetOptionalItem # finds what has a name, Objects/abstract.c
END
}

# literals FILE…: prints file:line and each word that stands between quotes, with tabs; what ends with _ or * as it is.
literals() {
    awk '
    FNR == 1 { comment = 0; sql = FILENAME ~ /\.sql$/; quote = sql ? "\047" : "\"" }
    /^[ \t]*#[ \t]*include/ { next }
    {
        text = $0
        while (text != "") {
            if (comment) {
                end = index(text, "*/")
                text = end ? substr(text, end + 2) : ""
                comment = !end
            } else if (substr(text, 1, 2) == (sql ? "--" : "//")) {
                next
            } else if (!sql && substr(text, 1, 2) == "/*") {
                comment = 1
            } else if (!sql && match(text, /^\047([^\\\047]|\\.)+\047/)) {
                text = substr(text, RLENGTH + 1)
            } else if (match(text, "^" quote "([^\\\\" quote "]|\\\\.)*" quote)) {
                words(substr(text, 2, RLENGTH - 2))
                text = substr(text, RLENGTH + 1)
            } else {
                text = substr(text, 2)
            }
        }
    }
    function words(literal,    n, word, i) {
        gsub(/%%|%[-0-9]*[a-z]|\\./, " ", literal)
        n = split(literal, word, /[^A-Za-z0-9_]+/)
        for (i = 1; i <= n; i++)
            if (word[i] != "")
                print FILENAME ":" FNR "\t" word[i]
    }' "$@"
}

# named DATABASE FILE…: prints the words in the literals of the files that name a function of the index, or several.
named() {
    database=$1
    shift
    literals "$@" >"$TMP/literals"
    allowed | sed 's/ *#.*//; s/ /\t/' >"$TMP/allowed"
    sqlite3 "$database" <<END
.mode tabs
CREATE TEMP TABLE literal (place TEXT, word TEXT);
.import $TMP/literals literal
CREATE TEMP TABLE allowed (file TEXT, word TEXT);
.import $TMP/allowed allowed
CREATE TEMP TABLE name AS SELECT DISTINCT name FROM symbols WHERE kind = 'function' AND NOT external;
SELECT DISTINCT place, word FROM literal
WHERE (word IN (SELECT name FROM name)
    OR (word LIKE '%\_' ESCAPE '\' AND EXISTS (SELECT * FROM name WHERE substr(name, 1, length(word)) = word)))
  AND NOT EXISTS (SELECT * FROM allowed WHERE allowed.word = literal.word AND place LIKE file || ':%');
END
}

mkdir "$TMP/link"
cat >"$TMP/link/wrong.c" <<'END'
#include "list_append.h"
/* "list_append" in a comment, over
   two lines "list_append" */
static const char *const NAMES[] = {"dict_copy", "a \"quoted\" list_append", "nothing" }; /* "list_append" */
char quote = '"'; int list_append; // "list_append"
char *prefix = "long_";
END
cat >"$TMP/link/wrong.sql" <<'END'
-- 'list_append', which is not meant
SELECT list_append FROM x WHERE name = 'list_append' AND other = 'memcpy' AND third = 'list_appen' -- 'list_append'
END
sqlite3 "$TMP/names.db" <<'END'
CREATE TABLE symbols (name, kind, external);
INSERT INTO symbols VALUES ('list_append', 'function', 0), ('dict_copy', 'function', 0), ('dict_copy', 'function', 0),
    ('memcpy', 'function', 1), ('nothing', 'macro', 0), ('quoted', 'field', 0), ('long_add', 'function', 0);
END
(cd "$TMP/link" && named "$TMP/names.db" wrong.c wrong.sql) >"$TMP/found"
printf '%s\t%s\n' wrong.c:4 dict_copy wrong.c:4 list_append wrong.c:6 long_ wrong.sql:2 list_append |
    diff -u - "$TMP/found" || { echo 'the search itself is wrong'; exit 1; }

asked=
for index in "$MINI.db" "${CPYREAD_TREE:-cpython-src/3.7}.db"; do
    [ -s "$index" ] || continue
    asked=yes
    [ "$(sqlite3 "$index" "SELECT count(*) > 50 FROM symbols WHERE kind = 'function'")" = 1 ] ||
        { echo "$index: hardly a function"; exit 1; }
    named "$index" indexer/link/*.c indexer/link/*.sql >"$TMP/found"
    [ ! -s "$TMP/found" ] || { echo "linkers name functions of $index:"; cat "$TMP/found"; exit 1; }
done
[ -n "$asked" ] || { echo 'there is no index of the small tree'; exit 77; }
