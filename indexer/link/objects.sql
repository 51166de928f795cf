-- Calls of what a named object holds: PyDict_Type.tp_init(self, args, kwds). The site, and the function in the object's
-- initialiser; only of objects that nothing is written into by name.
SELECT call.site, held.symbol_id
FROM (SELECT DISTINCT variable_id FROM cell WHERE kind = 'function' AND path IS NULL) AS object
CROSS JOIN symbol AS variable ON variable.id = object.variable_id
CROSS JOIN reference AS named ON named.symbol_id = variable.id
CROSS JOIN indirect_call AS call
    ON call.file_id = named.id >> 20 AND call.line = named.line AND call.col = named.col AND macro_id IS NULL
CROSS JOIN flow -- the field that is called
    ON flow.in_id = call.caller_id AND to_kind = 8 AND to_id = call.site AND from_kind = 2
CROSS JOIN cell AS held
    ON held.variable_id = variable.id AND held.kind = 'function' AND held.path IS NULL AND +held.field_id = from_id
WHERE NOT EXISTS (SELECT 1 FROM reference WHERE symbol_id = variable.id AND kind = 3) -- write
  AND EXISTS (SELECT 1 FROM reference
              WHERE symbol_id = held.field_id AND id >> 20 = call.file_id AND line = call.line
                AND col = call.col + length(variable.name) + 1) -- behind the dot
