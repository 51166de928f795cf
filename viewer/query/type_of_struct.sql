-- The type whose functions take the record :name, with the size that the record has; the one with the most of them.
SELECT type.symbol_id AS id
FROM symbol AS record
JOIN reference ON reference.symbol_id = record.id AND reference.kind = 5 -- type
JOIN python_name ON python_name.function_id = reference.in_id
JOIN python_name AS type ON type.symbol_id = python_name.owner_id AND type.kind IN ('type', 'exception')
JOIN cell ON cell.variable_id = type.symbol_id
JOIN symbol AS field ON field.id = cell.field_id AND field.name IN ('tp_basicsize', 'basicsize')
WHERE record.name = :name AND record.kind IN ('struct', 'typedef') AND cell.value = CAST(:size AS INTEGER)
GROUP BY type.symbol_id
ORDER BY count(*) DESC, type.id LIMIT 1;
