-- What Objects/structseq.c puts into the types that it makes: the functions that it assigns to fields of a type, the
-- initialiser of a type without a name, which it copies (to 3.7), and its table of methods.
--     type->tp_repr = structseq_repr;   type->tp_methods = structseq_methods;   memcpy(type, &_struct_sequence_template, …)
--     type->tp_base = &PyTuple_Type;
-- (BETWEEN, where one is meant: for an equality SQLite would make a filter of all rows first.)
WITH here AS (SELECT id FROM file WHERE path = :structseq),
     field AS (SELECT id FROM symbol WHERE kind = 'field' AND parent = 'PyTypeObject')
SELECT to_id AS field, 'function' AS kind, from_id AS symbol, symbol.file_id, symbol.line, 0 AS variable, 0 AS number
FROM here CROSS JOIN symbol AS holder ON holder.file_id = here.id AND holder.kind = 'function'
CROSS JOIN flow ON flow.in_id = holder.id AND +to_kind = 2 AND +from_kind = 1 AND +to_id IN field
CROSS JOIN symbol ON symbol.id = from_id
UNION ALL
SELECT field_id, cell.kind, symbol_id, cell.file_id, cell.line, 0, value
FROM here CROSS JOIN symbol AS holder ON holder.file_id BETWEEN here.id AND here.id AND +holder.kind = 'variable'
CROSS JOIN cell ON variable_id BETWEEN holder.id AND holder.id AND +field_id IN field AND cell.kind IN ('function', 'variable', 'number')
UNION ALL
SELECT field.id, 'variable', base.id, written.id >> 20, written.line, 0, 0
FROM symbol AS field CROSS JOIN here
CROSS JOIN reference AS written ON +written.symbol_id = field.id AND +written.kind = 3 -- write
    AND written.id BETWEEN here.id << 20 AND (here.id << 20) + 1048575
CROSS JOIN reference AS stored ON stored.id = written.id + 1 AND stored.line = written.line
JOIN symbol AS base ON base.id BETWEEN stored.symbol_id AND stored.symbol_id AND +base.kind = 'variable'
WHERE field.parent = 'PyTypeObject' AND field.name = 'tp_base' AND field.kind = 'field'
UNION ALL
SELECT (SELECT id FROM symbol WHERE kind = 'field' AND parent = 'PyTypeObject' AND name = 'tp_methods'),
       'variable', holder.id, holder.file_id, holder.line, 0, 0
FROM here CROSS JOIN symbol AS holder ON holder.file_id BETWEEN here.id AND here.id AND +holder.kind = 'variable'
WHERE EXISTS (SELECT 1 FROM cell JOIN symbol AS field ON field.id = field_id
              WHERE variable_id = holder.id AND field.parent = 'PyMethodDef')
