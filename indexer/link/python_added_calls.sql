-- The calls by which C code makes an exception, or gives a module a type, each with the literal that it is handed.
--     EmptyError = PyErr_NewExceptionWithDoc("_queue.Empty", "…", NULL, NULL);
--     PyModule_AddObject(m, "deque", (PyObject *)&deque_type);     PyModule_AddType(m, state->partial_type)
--     INIT_ALIAS(IOError, OSError)                                 by PyDict_SetItemString, in Objects/exceptions.c
-- Or a class by calling type(), in a function of its own (Python/Python-ast.c, to 3.8):
--     return (PyTypeObject*)PyObject_CallFunction((PyObject*)&PyType_Type, "s(O){sOss}", type, base, …, "__module__", "_ast");
--     alias_type = make_type("alias", &AST_type, alias_fields, 2);
WITH maker (id, module) AS (
    SELECT here.in_id, (SELECT text FROM string_literal AS behind
                        WHERE behind.file_id = here.file_id AND behind.in_id = here.in_id
                          AND (behind.line, behind.col) > (here.line, here.col)
                        ORDER BY behind.line, behind.col LIMIT 1)
    FROM string_literal AS here JOIN symbol AS function ON function.id = here.in_id
    WHERE here.text = '"__module__"' AND function.name NOT GLOB 'PyErr_*' -- the first of these calls
      AND EXISTS (SELECT 1 FROM direct_call JOIN symbol ON symbol.id = callee_id
                  WHERE caller_id = here.in_id AND symbol.name GLOB 'PyObject_Call*'))
SELECT direct_call.file_id, direct_call.line, caller_id, file.path, api.name GLOB 'PyErr_*' AS kind, NULL AS module,
       (SELECT text FROM string_literal
        WHERE string_literal.file_id = direct_call.file_id AND string_literal.in_id = caller_id
          AND string_literal.line BETWEEN direct_call.line AND direct_call.line + 2
          AND (string_literal.line > direct_call.line OR string_literal.col >= direct_call.col)
          AND instr(text, ' ') = 0 -- a macro's message
        ORDER BY string_literal.line, string_literal.col LIMIT 1) AS text
FROM symbol AS api
CROSS JOIN direct_call ON callee_id = api.id
JOIN file ON file.id = direct_call.file_id
WHERE api.kind = 'function'
  AND (api.name IN ('PyErr_NewException', 'PyErr_NewExceptionWithDoc', 'PyModule_AddObject', 'PyModule_AddObjectRef',
                    'PyModule_Add', 'PyModule_AddType')
       OR api.name = 'PyDict_SetItemString' AND file.path = 'Objects/exceptions.c')
UNION ALL
SELECT direct_call.file_id, direct_call.line, caller_id, file.path, 2, maker.module,
       (SELECT text FROM string_literal
        WHERE string_literal.file_id = direct_call.file_id AND string_literal.in_id = caller_id
          AND string_literal.line = direct_call.line AND string_literal.col >= direct_call.col
        ORDER BY string_literal.col LIMIT 1)
FROM maker CROSS JOIN direct_call ON callee_id = maker.id
JOIN file ON file.id = direct_call.file_id
ORDER BY 1, 2
