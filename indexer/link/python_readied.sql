-- The types that code readies by itself: they are none of the interpreter's own, which are readied otherwise from 3.12 on.
--     if (PyType_Ready(&awaitType) < 0)        Modules/_testcapimodule.c
SELECT used.symbol_id
FROM symbol AS api CROSS JOIN direct_call ON callee_id = api.id
CROSS JOIN reference AS used ON used.id BETWEEN direct_call.file_id << 20 AND (direct_call.file_id << 20) + 1048575
    AND used.line = direct_call.line AND used.in_id = caller_id AND used.kind = 4 -- address
WHERE api.name = 'PyType_Ready' AND api.kind = 'function'
