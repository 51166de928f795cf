-- The type that the variable :id is or describes, or that points to it, or the one called :name: its name in Python, its base,
-- the struct of its objects, their size, its flags; where its name stands.
SELECT name, python_name.kind, base, symbol_id, size, item_size, flags, record_id, path AS file, python_name.line
FROM python_name LEFT JOIN file ON file.id = python_name.file_id
WHERE (name = :name OR symbol_id = CAST(:id AS INTEGER)
       OR symbol_id = (SELECT symbol_id FROM cell WHERE variable_id = CAST(:id AS INTEGER) AND ordinal = 1
                       AND field_id IS NULL AND cell.kind = 'variable'))
  AND python_name.kind IN ('type', 'exception')
ORDER BY python_name.id LIMIT 1;
