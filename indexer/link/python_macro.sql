-- Where the macro :name is defined.
SELECT file_id, line, end_line FROM symbol WHERE name = :name AND kind = 'macro' AND file_id IS NOT NULL ORDER BY id LIMIT 1
