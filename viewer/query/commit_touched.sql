-- What the commit :id changed in hand-written code, functions and opcodes first; file is NULL where what it changed stands in
-- that file no more, and has a place of its own elsewhere.
SELECT DISTINCT coalesce((SELECT it.name FROM symbol AS it WHERE it.spelled = row.name LIMIT 1), row.name) AS name,
       CASE WHEN EXISTS (SELECT 1 FROM symbol JOIN file ON file.id = symbol.file_id
                         WHERE symbol.name = row.name AND file.path = commit_file.path) THEN path END AS file,
       row.kind
FROM commit_change AS row
JOIN commit_file ON commit_file.commit_id = row.commit_id AND commit_file.ordinal = row.file
WHERE row.commit_id = CAST(:id AS INTEGER) AND change <> 'comment' AND NOT generated AND NOT test
ORDER BY row.kind NOT IN ('function', 'opcode'), row.file, row.ordinal
