-- A function that the commit :hash added and the tree still has, the longest (added = 1), and three others of its file that
-- were there before and that the commit did not touch: of the same shape (static, Argument Clinic's, as long) first, then
-- those that stand nearest.
-- scan: the neighbours in a file are looked for once a draft
WITH here AS MATERIALIZED (SELECT id FROM git_commit WHERE hash = :hash),
touched AS MATERIALIZED (
    SELECT function, file, change, lines_added FROM commit_functions
    WHERE hash = :hash AND kind = 'function' AND NOT test AND NOT generated
), wanted AS MATERIALIZED (
    SELECT function AS name, file.id AS file_id, symbol.line, symbol.end_line - symbol.line + 1 AS lines, is_static
    FROM touched
    JOIN file ON file.path = touched.file
    JOIN symbol ON symbol.file_id = file.id AND symbol.name = function AND symbol.kind = 'function'
    WHERE change = 'added'
    ORDER BY lines_added DESC, function LIMIT 1
), others AS MATERIALIZED (
    SELECT DISTINCT symbol.name, abs(symbol.line - wanted.line) AS distance,
           (symbol.is_static <> wanted.is_static) + (symbol.name GLOB '*_impl' <> wanted.name GLOB '*_impl') +
           (max(wanted.lines, symbol.end_line - symbol.line + 1) >
            3 * min(wanted.lines, symbol.end_line - symbol.line + 1)) AS unlike
    FROM wanted JOIN symbol ON symbol.file_id = wanted.file_id AND symbol.kind = 'function' AND defined
    WHERE symbol.name NOT IN (SELECT function FROM touched)
      AND NOT EXISTS (SELECT 1 FROM commit_change AS later
                      WHERE later.name = symbol.name AND later.kind = 'function' AND later.change = 'added'
                        AND later.commit_id >= (SELECT id FROM here))
    ORDER BY unlike, distance, symbol.name LIMIT 3
)
SELECT name, 1 AS added FROM wanted
UNION ALL
SELECT name, 0 FROM others
ORDER BY name;
