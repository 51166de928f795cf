-- Tables of functions that code adds to a module, with the definition of the module: the one in the file of the function that
-- does it, or in that of a function that calls it.
--     if (PyModule_AddFunctions(mod, test_methods) < 0) return -1;        Modules/_testcapi/list.c
WITH RECURSIVE
    holder (table_id) AS (SELECT DISTINCT variable_id FROM symbol AS field JOIN cell ON field_id = field.id
                          WHERE field.name = 'ml_name' AND field.parent = 'PyMethodDef'),
    definition (id, file_id) AS (SELECT variable_id, cell.file_id FROM symbol AS field JOIN cell ON field_id = field.id
                                 WHERE field.name = 'm_name' AND field.parent = 'PyModuleDef'),
    added (table_id, function_id, depth) AS (
        SELECT holder.table_id, used.in_id, 0
        FROM symbol AS adds CROSS JOIN direct_call ON callee_id = adds.id
        CROSS JOIN symbol AS caller ON caller.id = caller_id
        CROSS JOIN reference AS used ON used.id BETWEEN direct_call.file_id << 20 AND (direct_call.file_id << 20) + 1048575
            AND used.line BETWEEN direct_call.line AND direct_call.line + 1 AND used.in_id = caller_id
        CROSS JOIN holder ON holder.table_id = used.symbol_id
        WHERE adds.name = 'PyModule_AddFunctions' AND adds.kind = 'function'
        UNION
        SELECT table_id, caller_id, depth + 1 FROM added JOIN direct_call ON callee_id = function_id WHERE depth < 3)
SELECT table_id, definition.id, min(depth) AS nearest
FROM added JOIN symbol AS function ON function.id = function_id
JOIN definition ON definition.file_id = function.file_id
WHERE NOT EXISTS (SELECT 1 FROM cell WHERE variable_id = definition.id AND symbol_id = table_id) -- it has them already
GROUP BY table_id
ORDER BY table_id
