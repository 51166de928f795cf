-- The type whose functions take the record :name, with the size that the record has; the one with the most of them.
WITH owner (id, functions) AS (
    SELECT owner_id, count(*)
    FROM symbol AS record
    CROSS JOIN reference ON reference.symbol_id = record.id AND reference.kind = 5 -- type
    CROSS JOIN python_name ON python_name.function_id = reference.in_id
    WHERE record.name = :name AND record.kind IN ('struct', 'typedef')
    GROUP BY owner_id)
SELECT type.symbol_id AS id
FROM owner
CROSS JOIN python_name AS type ON type.symbol_id = owner.id AND type.kind IN ('type', 'exception')
CROSS JOIN cell ON cell.variable_id = type.symbol_id AND cell.value = CAST(:size AS INTEGER)
CROSS JOIN symbol AS field ON field.id = cell.field_id AND field.name IN ('tp_basicsize', 'basicsize')
GROUP BY type.symbol_id
ORDER BY sum(functions) DESC, type.id LIMIT 1;
