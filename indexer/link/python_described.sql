-- Getters and setters that a loop makes of a table: each type or field that the function names, each name in the table, and
-- the function that gets or sets.
--     hi->getset.name = hi->name;                                      Modules/pyexpat.c, from 3.11 on
--     hi->getset.get = (getter)xmlparse_handler_getter;
--     PyObject *descr = PyDescr_NewGetSet(state->xml_parse_type, &hi->getset);
SELECT DISTINCT used.symbol_id AS holder, substr(named.value, 2, length(named.value) - 2) AS name,
       target.name || 'ter' AS kind, stored.from_id AS function, named.file_id, named.line
FROM symbol AS api CROSS JOIN direct_call ON callee_id = api.id
CROSS JOIN flow AS taken ON taken.in_id = caller_id AND taken.to_kind = 2 AND taken.from_kind = 2
    AND taken.to_id = (SELECT id FROM symbol WHERE parent = 'PyGetSetDef' AND name = 'name')
CROSS JOIN flow AS stored ON stored.in_id = caller_id AND stored.to_kind = 2 AND stored.from_kind = 1
JOIN symbol AS target ON target.id = stored.to_id AND target.parent = 'PyGetSetDef' AND target.name IN ('get', 'set')
CROSS JOIN cell AS named ON named.field_id = taken.from_id AND named.kind = 'string'
CROSS JOIN reference AS used ON used.id BETWEEN direct_call.file_id << 20 AND (direct_call.file_id << 20) + 1048575
    AND used.line = direct_call.line AND used.in_id = caller_id AND used.kind = 2 -- read
WHERE api.name = 'PyDescr_NewGetSet' AND api.kind = 'function'
ORDER BY named.file_id, named.line, stored.to_id
