-- What is handed on with the description of a type: types among it are its bases. (Looked for by number: `+` keeps SQLite from
-- sorting all references by function and line first.) Behind it on its line, or on the next where
-- nothing else stands; within the use of a macro, where all has the same place, anywhere.
--     ADD_TYPE(module, state->PyStringIO_Type, &stringio_spec, state->PyTextIOBase_Type)
--     bases = PyTuple_Pack(1, state->EVPtype);   state->EVPXOFtype = (PyTypeObject *)PyType_FromSpecWithBases(&EVPXOFtype_spec, bases);
WITH used AS (
    SELECT used.symbol_id AS description, used.id, used.line, used.col, used.in_id,
           EXISTS (SELECT 1 FROM reference AS behind WHERE behind.id = used.id + 1 AND behind.line = used.line
                   AND behind.in_id = used.in_id) AS goes_on,
           EXISTS (SELECT 1 FROM reference AS macro WHERE macro.id BETWEEN used.id - 8 AND used.id AND macro.line = used.line
                   AND macro.col = used.col AND macro.kind = 1) AS in_macro -- expand
    FROM (SELECT DISTINCT variable_id AS id FROM symbol AS field JOIN cell ON cell.field_id = field.id
          WHERE field.kind = 'field' AND field.name = 'name' AND field.parent = 'PyType_Spec') AS description
    CROSS JOIN reference AS used ON used.symbol_id = description.id AND used.kind = 4), -- address
pack AS (
    SELECT direct_call.caller_id, direct_call.file_id, direct_call.line
    FROM symbol CROSS JOIN direct_call ON callee_id = symbol.id
    WHERE symbol.name = 'PyTuple_Pack' AND symbol.kind = 'function')
SELECT description, base.symbol_id, used.id AS at
FROM used CROSS JOIN pack ON caller_id = used.in_id AND pack.file_id = used.id >> 20 AND pack.line BETWEEN used.line - 12 AND used.line
CROSS JOIN reference AS base ON base.id BETWEEN used.id - 40 AND used.id - 1 AND +base.line = pack.line AND +base.in_id = used.in_id
WHERE NOT goes_on AND NOT in_macro AND base.kind IN (2, 4)
UNION ALL
SELECT description, base.symbol_id, used.id
FROM used CROSS JOIN reference AS base ON base.id BETWEEN used.id - 8 * in_macro AND used.id + 8 AND +base.in_id = used.in_id
    AND +base.line = used.line + NOT (goes_on OR in_macro) AND base.kind IN (2, 4) -- read, address
    AND (base.col = used.col OR NOT in_macro)
ORDER BY at
