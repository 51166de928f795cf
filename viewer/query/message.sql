-- The message :id, with the opcode whose own body raises it; below zero it is one of Lib's, whose function has no id.
SELECT text, exception, symbol.name AS function, function_id, coalesce(file.generated, 0) AS generated,
       CASE WHEN EXISTS (SELECT 1 FROM loop_block WHERE loop_block.file_id = message.file_id) -- few files have opcodes
       THEN (SELECT name FROM opcode
             WHERE run_file_id = message.file_id AND message.line BETWEEN run_line AND run_end_line
             ORDER BY run_line DESC, value LIMIT 1) END AS opcode,
       file.path AS file, message.line
FROM message
JOIN symbol ON symbol.id = function_id
JOIN file ON file.id = message.file_id
WHERE message.id = CAST(:id AS INTEGER)
UNION ALL
SELECT text, exception, name, NULL, 0, NULL, path, line
FROM python_message
WHERE id = -CAST(:id AS INTEGER);
