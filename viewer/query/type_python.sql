-- The type that the variable :id is or describes: its name in Python, its base; what its initialiser says of its size and its
-- flags.
SELECT type.name, type.kind, type.base, type.symbol_id,
       (SELECT value FROM cell JOIN symbol AS field ON field.id = field_id
        WHERE variable_id = type.symbol_id AND field.name IN ('tp_basicsize', 'basicsize') AND cell.kind = 'number') AS size,
       (SELECT value FROM cell JOIN symbol AS field ON field.id = field_id
        WHERE variable_id = type.symbol_id AND field.name IN ('tp_itemsize', 'itemsize') AND cell.kind = 'number') AS item_size,
       (SELECT value FROM cell JOIN symbol AS field ON field.id = field_id
        WHERE variable_id = type.symbol_id AND field.name IN ('tp_flags', 'flags') AND cell.kind = 'number') AS flags
FROM python_name AS type
WHERE type.symbol_id = CAST(:id AS INTEGER) AND type.kind IN ('type', 'exception');
