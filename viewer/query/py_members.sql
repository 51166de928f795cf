-- The specialised forms of the opcode :name, each with what must hold for it to go on, and what it calls by name.
SELECT name AS opcode, symbol_id AS id,
       (SELECT group_concat(condition, '; ') FROM (
            SELECT condition FROM opcode_guard WHERE opcode_guard.opcode = opcode.name ORDER BY ordinal)) AS "falls back if",
       coalesce(run_file.path, file.path) AS file, coalesce(run_line, line) AS line
FROM opcode
LEFT JOIN file ON file.id = file_id
LEFT JOIN file AS run_file ON run_file.id = run_file_id
WHERE family = :name
ORDER BY opcode;
