-- Where a function is taken as a value: the file, the first line of the function in which that is, and the line.
SELECT file.path, inside.line, reference.line
FROM reference
JOIN symbol AS inside ON inside.id = in_id
JOIN file ON file.id = reference.id >> 20
WHERE symbol_id = :function AND reference.kind = 4 -- address
