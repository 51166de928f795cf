-- From 3.13 on add_operators() passes over a slot of a static type that holds what its base has there, but for types that
-- a function in Objects/typeobject.c lists: the one that names some twenty types and takes the address of tp_init. Its
-- references in the order of the text: a field, then the types.
--     else if (slot == (void *)&type->tp_str) {
--         if (typeobj == PyExc_AttributeError || typeobj == PyExc_NameError) {
SELECT named.id, named.kind
FROM (SELECT used.in_id AS id
      FROM file JOIN symbol AS holder ON holder.file_id = file.id AND holder.kind = 'function'
      JOIN symbol AS field ON field.parent = 'PyTypeObject' AND field.name = 'tp_init'
      JOIN reference AS used ON used.symbol_id = field.id AND used.in_id = holder.id AND used.kind = 4 -- address
      WHERE file.path = 'Objects/typeobject.c' LIMIT 1) AS lister
CROSS JOIN symbol AS holder ON holder.id = lister.id
CROSS JOIN reference ON reference.id BETWEEN holder.file_id << 20 AND (holder.file_id << 20) + 1048575 AND in_id = lister.id
JOIN symbol AS named ON named.id = symbol_id AND named.kind IN ('field', 'variable')
ORDER BY reference.id
