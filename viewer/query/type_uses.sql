-- In which files the type :name is used (as a typedef or by its tag), and how often; those with the most first.
SELECT file.path AS file, count(*) AS places, min(reference.line) AS line
FROM reference JOIN file ON file.id = reference.id >> 20
WHERE symbol_id IN (SELECT id FROM symbol WHERE name = :name AND kind IN ('struct', 'union', 'enum', 'typedef'))
  AND reference.kind = 5 -- type
GROUP BY file.id
ORDER BY places DESC, file.path;
