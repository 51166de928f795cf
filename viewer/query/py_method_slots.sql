-- The fields of types where Python looks for the method :method, by the rows of slotdefs[] (Objects/typeobject.c), in their
-- order; with the field of PyTypeObject that leads to their suite (NULL: it is one itself), and the one that says what a
-- type is made from.
SELECT slot.id AS field, slot.parent || '.' || slot.name AS via,
       (SELECT id FROM symbol WHERE parent = 'PyTypeObject' AND name GLOB 'tp_as_*'
        AND signature GLOB slot.parent || ' [*]*') AS suite,
       (SELECT id FROM symbol WHERE parent = 'PyTypeObject' AND name = 'tp_base') AS base
FROM symbol AS wrapper
JOIN symbol AS column ON column.parent = wrapper.parent AND column.name = 'name'
JOIN cell AS name ON name.field_id = column.id AND name.value = '"' || :method || '"'
JOIN cell AS place ON place.variable_id = name.variable_id AND place.ordinal BETWEEN name.ordinal - 3 AND name.ordinal + 3
    AND place.path = name.path AND place.kind = 'offset'
JOIN symbol AS slot ON slot.id = place.symbol_id
WHERE wrapper.name = 'wrapper' AND wrapper.kind = 'field' AND wrapper.signature LIKE 'wrapperfunc %'
GROUP BY slot.id
ORDER BY min(name.ordinal);
