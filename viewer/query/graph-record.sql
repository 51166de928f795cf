-- The records with the name :name, definitions alone.
SELECT * FROM symbols WHERE name = :name AND kind IN ('struct', 'union') AND defined ORDER BY file, line;
