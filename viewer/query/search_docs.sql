-- The symbols with :pattern (LIKE) in the comments above them.
-- scan: every comment is read
SELECT id, name, kind, file, line, signature, defined, generated, doc
FROM symbols
WHERE id IN (SELECT id FROM symbol WHERE doc IS NOT NULL AND doc LIKE :pattern ESCAPE '\');
