-- In the order of ids, as the command 'rebuild' would take them.
INSERT INTO symbol_words (rowid, name, spelled, doc) SELECT id, name, spelled, doc FROM symbol ORDER BY id;
