-- What the commit :id did, by file, hand-written first, functions and opcodes before the rest. With :open '0' macros, types
-- and variables of generated files and of tests are left out. now is where the tree has it; gone: it has it no more.
SELECT path || CASE WHEN generated THEN ' (generated)' WHEN test THEN ' (test)' ELSE '' END AS "in", change, row.kind, name,
       '+' || row.lines_added AS added, '-' || row.lines_removed AS removed, was,
       coalesce((SELECT file.path || ':' || symbol.line FROM symbol JOIN file ON file.id = symbol.file_id
                 WHERE symbol.name = row.name AND file.path = commit_file.path AND (symbol.kind = 'opcode') = (row.kind = 'opcode')
                 LIMIT 1),
                (SELECT file.path || ':' || symbol.line FROM symbol JOIN file ON file.id = symbol.file_id
                 WHERE symbol.name = row.name AND (symbol.kind = 'opcode') = (row.kind = 'opcode')
                 ORDER BY symbol.defined DESC LIMIT 1),
                (SELECT file.path || ':' || symbol.line FROM symbol JOIN file ON file.id = symbol.file_id
                 WHERE symbol.spelled = row.name LIMIT 1),
                CASE row.kind WHEN 'function' THEN 'gone' WHEN 'opcode' THEN 'gone' END) AS now,
       path AS file, row.line
FROM commit_change AS row
JOIN commit_file ON commit_file.commit_id = row.commit_id AND commit_file.ordinal = row.file
WHERE row.commit_id = CAST(:id AS INTEGER)
  AND (:open = '1' OR (row.kind IN ('function', 'opcode') AND change <> 'comment') OR NOT (generated OR test))
ORDER BY generated + test, commit_file.ordinal, row.kind NOT IN ('function', 'opcode'), row.ordinal
