-- Where Objects/structseq.c says how large the objects of its types are.
SELECT written.id >> 20, written.line
FROM symbol AS field CROSS JOIN file
CROSS JOIN reference AS written ON written.symbol_id = field.id AND +written.kind = 3 -- write
    AND written.id BETWEEN file.id << 20 AND (file.id << 20) + 1048575
WHERE field.parent = 'PyTypeObject' AND field.name = 'tp_basicsize' AND field.kind = 'field' AND file.path = 'Objects/structseq.c'
