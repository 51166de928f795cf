-- The enumerators of the enum :id, in the order of the text.
SELECT item.signature AS enumerator, file.path AS file, item.line
FROM symbol AS enum
JOIN symbol AS item ON item.parent = enum.name AND item.file_id IS enum.file_id AND item.kind = 'enumerator'
LEFT JOIN file ON file.id = item.file_id
WHERE enum.id = CAST(:id AS INTEGER)
ORDER BY item.line, item.id;
