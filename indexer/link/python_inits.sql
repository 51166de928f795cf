-- The name by which import asks for a module, that of a function PyInit_NAME (Python/importdl.c), with the definition that the
-- function gives. A module that is made in two phases is called so whatever its PyModuleDef says (PyModule_FromDefAndSpec in
-- Objects/moduleobject.c); another one is called as its PyModuleDef says.
--     static struct PyModuleDef _decimal_module = {PyModuleDef_HEAD_INIT, .m_name = "decimal", .m_slots = _decimal_slots, …};
--     PyMODINIT_FUNC PyInit__decimal(void) { return PyModuleDef_Init(&_decimal_module); }
SELECT named.variable_id, substr(entry.name, 8),
       EXISTS (SELECT 1 FROM cell JOIN symbol ON symbol.id = field_id
               WHERE variable_id = named.variable_id AND symbol.name = 'm_slots') AS in_two_phases
FROM symbol AS field
CROSS JOIN cell AS named ON named.field_id = field.id
CROSS JOIN reference AS used ON used.symbol_id = named.variable_id AND used.kind = 4 -- address
CROSS JOIN symbol AS entry ON entry.id = used.in_id AND entry.name GLOB 'PyInit_*'
WHERE field.name = 'm_name' AND field.parent = 'PyModuleDef'
ORDER BY used.id
