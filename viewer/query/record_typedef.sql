-- The typedef that names the record :id directly, as PyObject names struct _object, whose name it has then.
SELECT type.id AS id
FROM symbol AS record
JOIN symbol AS type ON type.name = record.name AND type.kind = 'typedef' AND type.file_id = record.file_id
WHERE record.id = CAST(:id AS INTEGER) AND record.kind IN ('struct', 'union', 'enum');
