-- In which files the type :name is used (as a typedef or by its tag), and how often; those with the most first.
WITH used (file_id, places, first) AS (
    SELECT id >> 20, count(*), min(id) FROM reference
    WHERE symbol_id IN (SELECT id FROM symbol WHERE name = :name AND kind IN ('struct', 'union', 'enum', 'typedef'))
    GROUP BY 1)
SELECT path AS file, places, line FROM used CROSS JOIN file ON file.id = file_id CROSS JOIN reference ON reference.id = first
ORDER BY places DESC, path;
