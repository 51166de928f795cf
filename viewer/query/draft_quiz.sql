-- A function that the commit :hash added and the tree still has, the longest (added = 1), and three that stand nearest to it
-- in its file and that the commit did not touch.
-- scan: the neighbours in a file are looked for once a draft
WITH touched AS MATERIALIZED (
    SELECT function, file, change, lines_added FROM commit_functions
    WHERE hash = :hash AND kind = 'function' AND NOT test AND NOT generated
), wanted AS MATERIALIZED (
    SELECT function AS name, file.id AS file_id, symbol.line
    FROM touched
    JOIN file ON file.path = touched.file
    JOIN symbol ON symbol.file_id = file.id AND symbol.name = function AND symbol.kind = 'function'
    WHERE change = 'added'
    ORDER BY lines_added DESC, function LIMIT 1
), others AS MATERIALIZED (
    SELECT DISTINCT symbol.name, abs(symbol.line - wanted.line) AS distance
    FROM wanted JOIN symbol ON symbol.file_id = wanted.file_id AND symbol.kind = 'function' AND defined
    WHERE symbol.name NOT IN (SELECT function FROM touched)
    ORDER BY distance, symbol.name LIMIT 3
)
SELECT name, 1 AS added FROM wanted
UNION ALL
SELECT name, 0 FROM others
ORDER BY name;
