# Who may include whom: the layers of the two programs, and one home for each foreign header. Read from the #include
# lines alone. A small wrong tree shows first that the checker finds what it should.

# complaints FOLDER: prints what is wrong in FOLDER/indexer and FOLDER/viewer.
complaints() {
    (cd "$1" && grep -rnE --include='*.[ch]' '^[ \t]*#[ \t]*include' indexer viewer) | sort | awk '
    BEGIN {
        # A folder and what it may include besides itself; "main" is the files right under indexer/ and viewer/.
        split("store; tree store; crawl store; link store; history store; main store tree crawl link history",
              indexer, "; ")
        split("query; graph query; page graph query; cmd page graph query; serve page graph query;" \
              " main query graph page cmd serve", viewer, "; ")
        for (i in indexer)
            allow("indexer", indexer[i])
        for (i in viewer)
            allow("viewer", viewer[i])
        taken["store/database.h"] = taken["store/data.h"] = taken["store/sum.h"] = taken["store/stories.h"] = 1 # all that viewer/ has of indexer/
        home["clang-c/"] = "indexer/crawl/"
        home["sqlite3.h"] = "indexer/store/"
        alone["cgraph.h"] = alone["gvc.h"] = alone["cmark-gfm"] = alone["microhttpd.h"] = "viewer/"
    }
    function allow(side, words,    n, word, j) {
        n = split(words, word, " ")
        for (j = 1; j <= n; j++)
            allowed[side, word[1], word[j]] = 1
    }
    function complain(what) {
        print file ":" line ": " what
    }
    function own(name,    target) {
        if (name !~ /\//) { # in the same folder
            return
        }
        target = name
        sub(/\/.*/, "", target)
        if (name ~ /\.\.\// || target == "indexer" || target == "viewer")
            complain("names \"" name "\" by another path than -I" side)
        else if (side == "viewer" && target == "store") {
            if (!(name in taken))
                complain("viewer/ takes only store/database.h, data.h, sum.h and stories.h from indexer/, not " name)
        } else if (!((side, folder, target) in allowed))
            complain(side "/" folder " must not include " target "/")
    }
    function foreign(name,    h) {
        for (h in home)
            if (index(name, h) && index(file, home[h]) != 1)
                complain(name " belongs in " home[h])
        for (h in alone)
            if (index(name, h)) {
                if (index(file, alone[h]) != 1)
                    complain(name " belongs in " alone[h])
                else if (h in first && first[h] != file)
                    complain(name " is included in " first[h] " already")
                first[h] = file
            }
    }
    {
        match($0, /:[0-9]+:/)
        file = substr($0, 1, RSTART - 1)
        line = substr($0, RSTART + 1, RLENGTH - 2)
        parts = split(file, part, "/")
        side = part[1]
        folder = parts == 2 ? "main" : part[2]
        if (match($0, /"[^"]+"/))
            own(substr($0, RSTART + 1, RLENGTH - 2))
        if (match($0, /["<][^">]+[">]/))
            foreign(substr($0, RSTART + 1, RLENGTH - 2))
    }' | sort
}

# file PATH INCLUDE…: a file of the wrong tree.
file() {
    path=$TMP/wrong/$1
    mkdir -p "$(dirname "$path")"
    shift
    for name; do
        echo "#include $name"
    done > "$path"
}

file indexer/main.c '"tree/tree.h"' '"crawl/crawl.h"' '"store/facts.h"'
file indexer/tree/a.c '"tree/tree.h"' '"store/plan.h"' '"crawl/crawl.h"'
file indexer/crawl/b.c '<clang-c/Index.h>' '"own.h"'
file indexer/link/c.c '<clang-c/Index.h>' '"page/page.h"' '<sqlite3.h>'
file indexer/store/d.c '<sqlite3.h>' '"tree/tree.h"'
file viewer/query/e.c '"store/database.h"' '"store/facts.h"' '"graph/graph.h"'
file viewer/graph/f.c '<graphviz/cgraph.h>' '"query/query.h"'
file viewer/graph/g.c '<graphviz/cgraph.h>' '"../page/page.h"'
file viewer/page/h.h '"store/data.h"' '"cmd/cmd.h"' '<cmark-gfm.h>'
file viewer/cmd/i.c '"serve/serve.h"' '"page/page.h"'
complaints "$TMP/wrong" > "$TMP/found"
cat > "$TMP/expected" <<'END'
indexer/link/c.c:1: clang-c/Index.h belongs in indexer/crawl/
indexer/link/c.c:2: indexer/link must not include page/
indexer/link/c.c:3: sqlite3.h belongs in indexer/store/
indexer/store/d.c:2: indexer/store must not include tree/
indexer/tree/a.c:3: indexer/tree must not include crawl/
viewer/cmd/i.c:1: viewer/cmd must not include serve/
viewer/graph/g.c:1: graphviz/cgraph.h is included in viewer/graph/f.c already
viewer/graph/g.c:2: names "../page/page.h" by another path than -Iviewer
viewer/page/h.h:2: viewer/page must not include cmd/
viewer/query/e.c:2: viewer/ takes only store/database.h, data.h, sum.h and stories.h from indexer/, not store/facts.h
viewer/query/e.c:3: viewer/query must not include graph/
END
diff -u "$TMP/expected" "$TMP/found" || { echo 'the checker itself is wrong'; exit 1; }

complaints "$ROOT" > "$TMP/found"
cat "$TMP/found"
test ! -s "$TMP/found"
