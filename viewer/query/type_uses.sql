-- In which files the type :name is used (as a typedef or by its tag), and how often; those with the most first.
WITH used (file_id, places, line) AS (
    SELECT id >> 20, count(*), min(line) FROM reference
    WHERE symbol_id IN (SELECT id FROM symbol WHERE name = :name AND kind IN ('struct', 'union', 'enum', 'typedef'))
      AND kind = 5 -- type
    GROUP BY 1)
SELECT path AS file, places, line FROM used CROSS JOIN file ON file.id = file_id
ORDER BY places DESC, path;
