-- What a statement puts into a field of a type that it names: a function, a table, or another type.
--     PyST_Type.tp_new = PyType_GenericNew;   pysqlite_RowType.tp_as_mapping = &pysqlite_row_as_mapping;
-- References stand in the order of the text, so what belongs to one statement has neighbouring numbers on one line.
SELECT written.symbol_id AS field, value.kind, value.id AS symbol, written.id >> 20 AS file_id, written.line, named.symbol_id AS holder,
       0 AS number
FROM symbol AS field
CROSS JOIN reference AS written ON written.symbol_id = field.id AND written.kind = 3 -- write
CROSS JOIN reference AS named ON named.id BETWEEN written.id - 3 AND written.id - 1
    AND +named.line = written.line AND +named.in_id = written.in_id
CROSS JOIN reference AS stored ON stored.id BETWEEN written.id + 1 AND written.id + 3
    AND +stored.line = written.line AND +stored.in_id = written.in_id
    AND (+stored.kind = 4 OR +stored.kind = 2 AND field.name = 'tp_base') -- address; read, of a variable that points to a type
JOIN symbol AS value ON value.id = stored.symbol_id AND value.kind IN ('function', 'variable')
WHERE field.kind = 'field' AND field.parent = 'PyTypeObject' AND field.name GLOB 'tp_*'
  AND field.name NOT IN ('tp_dealloc', 'tp_flags') -- named everywhere
ORDER BY written.id
