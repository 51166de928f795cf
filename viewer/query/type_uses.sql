-- In which files the type :name is used (as a typedef or by its tag), and how often; those with the most first. It goes from
-- file to file, and counts in each: a row for each place (PyObject has a hundred thousand) would be far slower.
WITH RECURSIVE
    used (symbol_id, first) AS (
        SELECT id, (SELECT min(id) FROM reference WHERE symbol_id = symbol.id)
        FROM symbol WHERE name = :name AND kind IN ('struct', 'union', 'enum', 'typedef')
        UNION ALL
        SELECT symbol_id, (SELECT min(id) FROM reference
                           WHERE reference.symbol_id = used.symbol_id AND id >= ((first >> 20) + 1) << 20)
        FROM used WHERE first IS NOT NULL),
    counted (file_id, places, first) AS MATERIALIZED (
        SELECT first >> 20,
               sum((SELECT count(*) FROM reference
                    WHERE reference.symbol_id = used.symbol_id AND id BETWEEN first AND first | 1048575)),
               min(first)
        FROM used WHERE first IS NOT NULL
        GROUP BY 1)
SELECT path AS file, places, line
FROM counted CROSS JOIN file ON file.id = file_id CROSS JOIN reference ON reference.id = first
ORDER BY places DESC, path;
