-- Modules that are made in two phases have the name that import asks for, whatever their PyModuleDef says (Python/importdl.c,
-- PyModule_FromDefAndSpec in Objects/moduleobject.c): the definition, and the name of the function that gives it.
--     static struct PyModuleDef _decimal_module = {PyModuleDef_HEAD_INIT, .m_name = "decimal", .m_slots = _decimal_slots, …};
--     PyMODINIT_FUNC PyInit__decimal(void) { return PyModuleDef_Init(&_decimal_module); }
SELECT slots.variable_id, substr(entry.name, 8)
FROM symbol AS field
CROSS JOIN cell AS slots ON slots.field_id = field.id
CROSS JOIN reference AS used ON used.symbol_id = slots.variable_id AND used.kind = 4 -- address
CROSS JOIN symbol AS entry ON entry.id = used.in_id AND entry.name GLOB 'PyInit_*'
WHERE field.name = 'm_slots' AND field.parent = 'PyModuleDef'
ORDER BY used.id
