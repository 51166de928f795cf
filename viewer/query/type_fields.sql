-- The fields of the record :id, in the order of their offsets: name (dotted within unnamed members), declaration, place.
SELECT field.name, field.signature, field.bit_offset, field.bits, file.path AS file, field.line
FROM symbol AS record
JOIN symbol AS field ON field.parent = record.name AND field.file_id IS record.file_id AND field.kind = 'field'
LEFT JOIN file ON file.id = field.file_id
WHERE record.id = CAST(:id AS INTEGER)
ORDER BY field.bit_offset, field.line, field.name;
