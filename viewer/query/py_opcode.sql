-- The opcode :name: where a person reads it, and where it runs (NULL: nowhere).
SELECT symbol_id, loop_id, file.path AS file, line, run_line
FROM opcode LEFT JOIN file ON file.id = file_id
WHERE name = :name;
