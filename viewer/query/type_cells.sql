-- What the initialiser of the variable :id holds, in the order of the text: the path of the record within it, the field,
-- and a value that reads as C does. value_id is the variable that the value names, value_signature its declaration.
SELECT cell.path, field.name AS field, cell.kind,
       CASE cell.kind WHEN 'offset' THEN 'offsetof(' || coalesce(value.parent || ', ', '') || value.name || ')'
                      WHEN 'other' THEN '…'
                      ELSE coalesce(value.name, cell.value) END AS value,
       file.path AS file, cell.line,
       CASE cell.kind WHEN 'variable' THEN value.id END AS value_id, value.signature AS value_signature
FROM cell
LEFT JOIN symbol AS field ON field.id = field_id
LEFT JOIN symbol AS value ON value.id = symbol_id
LEFT JOIN file ON file.id = cell.file_id
WHERE variable_id = CAST(:id AS INTEGER)
ORDER BY ordinal;
