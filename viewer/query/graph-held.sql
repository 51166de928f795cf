-- The records that the fields of the record :id hold or point to, in the order of the fields. A reference to a type within
-- the record belongs to the field on its line that is of that type, by name or by tag ("struct _frame"); of several fields that
-- a macro makes on one line not to all. What stands in parentheses is a function's.
WITH owner AS (SELECT * FROM symbol WHERE id = CAST(:id AS INTEGER)),
     used AS (SELECT DISTINCT field.id AS field_id, field.name AS field, field.line AS line, type.name AS type,
                     instr(field.signature, '*') > 0 AS is_pointer
              FROM owner
              JOIN reference ON reference.id BETWEEN owner.file_id << 20 AND (owner.file_id << 20) + 1048575
                            AND reference.kind = 5 AND reference.in_id = owner.id
              JOIN symbol AS type ON type.id = reference.symbol_id
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
JOIN symbol AS record ON record.name = used.type AND record.kind IN ('struct', 'union') AND record.defined
JOIN file ON file.id = record.file_id
GROUP BY record.id, is_pointer
ORDER BY at, record.name, record.id;
