-- The same for a :pattern (LIKE) with fewer than three letters.
-- scan: two letters are not in the index of words
SELECT id, name, spelled, kind, file, line, signature, defined, generated, doc
FROM symbols
WHERE name LIKE :pattern ESCAPE '\' OR doc LIKE :pattern ESCAPE '\';
