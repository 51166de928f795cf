-- The symbols with :pattern (LIKE) in their names. The inner SELECT reads an index over the names alone.
-- scan: a part of a name can stand anywhere in it
SELECT id, name, kind, file, line, signature, defined, generated
FROM symbols
WHERE id IN (SELECT id FROM symbol WHERE name LIKE :pattern ESCAPE '\');
