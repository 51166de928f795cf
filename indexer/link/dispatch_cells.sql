-- Functions and offsets of fields in static initialisers, each with the field or the variable that holds it.
SELECT kind = 'function' AS is_function, symbol_id, field_id, variable_id, to_shape, own_shape, cast_shape
FROM cell WHERE kind IN ('function', 'offset') AND symbol_id IS NOT NULL
ORDER BY variable_id, ordinal
