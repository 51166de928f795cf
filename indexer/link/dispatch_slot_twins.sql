-- Slots that have the same name in Python and the same wrapper: a class that inherits the one has its function in the
-- other, too (update_one_slot() in Objects/typeobject.c).
--     SQSLOT("__len__", sq_length, slot_sq_length, wrap_lenfunc, …)
--     MPSLOT("__len__", mp_length, slot_mp_length, wrap_lenfunc, …)
WITH slot AS (
    SELECT field.symbol_id AS field, name.value AS name, wrapper.symbol_id AS wrapper
    FROM symbol AS column
    JOIN cell AS wrapper ON wrapper.field_id = column.id AND wrapper.kind = 'function'
    JOIN cell AS field ON field.variable_id = wrapper.variable_id AND field.path = wrapper.path AND field.kind = 'offset'
        AND field.field_id = (SELECT id FROM symbol WHERE parent = column.parent AND name = 'offset')
    JOIN cell AS name ON name.variable_id = wrapper.variable_id AND name.path = wrapper.path AND name.kind = 'string'
        AND name.field_id = (SELECT id FROM symbol WHERE parent = column.parent AND name = 'name')
    WHERE column.kind = 'field' AND column.signature LIKE 'wrapperfunc %' AND column.name = 'wrapper'
)
SELECT one.field, other.field
FROM slot AS one JOIN slot AS other USING (name, wrapper)
WHERE one.field <> other.field
ORDER BY one.field, other.field
