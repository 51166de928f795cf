-- All static initialisers, in the order of the text.
SELECT variable_id, path, field_id, kind, symbol_id, value, file_id, line
FROM cell WHERE field_id IS NOT NULL
ORDER BY variable_id, ordinal
