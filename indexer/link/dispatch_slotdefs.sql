-- The rows of slotdefs[] (Objects/typeobject.c): the field at `offset` gets `function` when a class written in Python
-- has a method of that name, and `wrapper` is called with what is in the field of a type written in C.
--     {"__add__", offsetof(PyHeapTypeObject, as_number.nb_add), slot_nb_add, wrap_binaryfunc_l, …}
-- Their record is the one that has a field of type wrapperfunc (Include/descrobject.h).
SELECT slot.symbol_id AS field, stored.symbol_id AS function, stored.own_shape AS own, stored.cast_shape AS cast,
       wrapper.symbol_id AS wrapper
FROM symbol AS column
JOIN cell AS slot ON slot.kind = 'offset'
    AND slot.field_id = (SELECT id FROM symbol WHERE parent = column.parent AND name = 'offset')
LEFT JOIN cell AS stored ON stored.variable_id = slot.variable_id AND stored.path = slot.path
    AND stored.kind = 'function'
    AND stored.field_id = (SELECT id FROM symbol WHERE parent = column.parent AND name = 'function')
LEFT JOIN cell AS wrapper ON wrapper.variable_id = slot.variable_id AND wrapper.path = slot.path
    AND wrapper.kind = 'function' AND wrapper.field_id = column.id
WHERE column.kind = 'field' AND column.signature LIKE 'wrapperfunc %' AND column.name = 'wrapper'
ORDER BY slot.variable_id, slot.ordinal
