-- The symbols in whose name, spelled name or comment all the three letters of :trigrams stand (an FTS5 expression).
SELECT id, name, spelled, kind, file, line, signature, defined, generated, doc
FROM symbols
WHERE id IN (SELECT rowid FROM symbol_words WHERE symbol_words MATCH :trigrams);
