-- A type made from a spec says by a member where its objects keep the function that calls them (PyType_FromSpec() in
-- Objects/typeobject.c, since 3.9): the offset goes into tp_vectorcall_offset.
--     static PyMemberDef partial_memberlist[] = {
--         {"__vectorcalloffset__", T_PYSSIZET, offsetof(partialobject, vectorcall), READONLY},
SELECT member.symbol_id, slot.id
FROM symbol AS slot
JOIN symbol AS column ON column.parent = 'PyMemberDef' AND column.name = 'name' AND column.kind = 'field'
JOIN cell AS name ON name.field_id = column.id AND name.value = '"__vectorcalloffset__"'
JOIN cell AS member ON member.variable_id = name.variable_id AND member.path IS name.path AND member.kind = 'offset'
WHERE slot.parent = 'PyTypeObject' AND slot.name = 'tp_vectorcall_offset' AND slot.kind = 'field'
ORDER BY name.variable_id, name.ordinal
