-- The fields that are declared with the type :name.
SELECT field.parent || '.' || field.name AS field, field.signature AS declaration, file.path AS file, field.line
FROM reference
JOIN symbol AS field ON field.file_id = reference.id >> 20 AND field.line = reference.line AND field.kind = 'field'
JOIN file ON file.id = field.file_id
WHERE reference.symbol_id IN (SELECT id FROM symbol WHERE name = :name AND kind = 'typedef')
  AND reference.kind = 5 -- type
GROUP BY field.id
ORDER BY file.generated, file.path, field.line, field.bit_offset;
