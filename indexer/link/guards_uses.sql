-- Where a function is taken as a value, or called by name: the file, the first line of the function in which that is, and the
-- line.
SELECT file.path, inside.line, reference.line
FROM reference
JOIN symbol AS inside ON inside.id = in_id
JOIN file ON file.id = reference.id >> 20
WHERE symbol_id = :function AND reference.kind = 4 -- address
UNION ALL
SELECT file.path, inside.line, direct_call.line
FROM direct_call
JOIN symbol AS inside ON inside.id = caller_id
JOIN file ON file.id = direct_call.file_id
WHERE callee_id = :function
