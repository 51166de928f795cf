-- The rows of PyType_Slot[]: a function, and the number of the slot that it is for.
--     {Py_tp_dealloc, example_dealloc}
SELECT number.value AS slot, stored.symbol_id AS function, stored.own_shape AS own, stored.cast_shape AS cast
FROM symbol AS column
JOIN cell AS stored ON stored.field_id = column.id AND stored.kind = 'function'
JOIN cell AS number ON number.variable_id = stored.variable_id AND number.path = stored.path AND number.kind = 'number'
WHERE column.kind = 'field' AND column.parent = 'PyType_Slot' AND column.name = 'pfunc'
ORDER BY stored.variable_id, stored.ordinal
