-- A type that code makes of a description, with the variable or field that holds it from then on.
--     if (PyStructSequence_InitType2(&StatResultType, &stat_result_desc) < 0)
--     state->SchedParamType = (PyObject *)PyStructSequence_NewType(&sched_param_desc);
SELECT DISTINCT holder.id AS holder, description.id AS description
FROM (SELECT DISTINCT variable_id AS id FROM symbol AS field JOIN cell ON cell.field_id = field.id
      WHERE field.kind = 'field' AND field.name = 'name' AND field.parent IN ('PyType_Spec', 'PyStructSequence_Desc')) AS description
CROSS JOIN reference AS used ON used.symbol_id = description.id AND used.kind = 4 -- address
CROSS JOIN reference AS near ON near.id BETWEEN used.id - 4 AND used.id - 1 AND near.in_id = used.in_id
    AND near.line BETWEEN used.line - 1 AND used.line AND near.kind IN (3, 4) -- write, address
CROSS JOIN symbol AS holder ON holder.id = near.symbol_id AND holder.kind IN ('variable', 'field')
ORDER BY near.id
