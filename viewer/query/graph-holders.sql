-- The records whose fields hold the record :id or point to it: the same file's first. Which field a reference belongs to: as
-- in graph-held.sql.
WITH type AS (SELECT symbol.id, symbol.name, symbol.signature, focus.file_id FROM symbol AS focus JOIN symbol ON symbol.name = focus.name
              WHERE focus.id = CAST(:id AS INTEGER) AND symbol.kind IN ('struct', 'union', 'typedef')),
     used AS (SELECT DISTINCT owner.id AS owner_id, field.id AS field_id, field.name AS field, field.line AS line,
                     instr(field.signature, '*') > 0 AS is_pointer, owner.file_id IS NOT type.file_id AS is_elsewhere
              FROM type
              JOIN reference ON reference.symbol_id = type.id AND reference.kind = 5
              JOIN symbol AS owner ON owner.id = reference.in_id AND owner.kind IN ('struct', 'union')
              JOIN symbol AS field ON field.parent = owner.name AND field.file_id = owner.file_id
                                  AND field.kind = 'field' AND field.line = reference.line
                                  AND instr(field.signature, '(') = 0
                                  AND (instr(' ' || field.signature, ' ' || type.name || ' ') > 0
                                       OR (length(type.signature) > 7
                                           AND instr(field.signature, type.signature || ' ') > 0))
              ORDER BY field.line, field.id)
SELECT record.id, record.name, record.kind, file.path AS file, record.line, file.generated, 0 AS external, 0 AS is_constant,
       CASE WHEN is_pointer THEN 'points' ELSE 'holds' END AS edge, group_concat(field, ', ') AS via,
       min(used.line) AS at, count(*) AS sites
FROM used
JOIN symbol AS record ON record.id = owner_id
JOIN file ON file.id = record.file_id
GROUP BY record.id, is_pointer
ORDER BY is_elsewhere, file.generated, file.path, record.line, record.id;
