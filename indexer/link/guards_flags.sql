-- The rows of PyMethodDef tables: a function, its flags, and the field that holds the function. Flags stand beside the
-- function: to compare each with all of its table would take longer than all else here.
SELECT stored.symbol_id, flags.value, stored.field_id
FROM symbol AS column
JOIN cell AS stored ON stored.field_id = column.id AND stored.kind = 'function'
JOIN cell AS flags ON flags.variable_id = stored.variable_id AND flags.ordinal BETWEEN stored.ordinal - 3 AND stored.ordinal + 3
                  AND flags.path IS stored.path AND flags.kind = 'number'
WHERE column.kind = 'field' AND column.parent = 'PyMethodDef' AND column.name = 'ml_meth'
ORDER BY stored.variable_id, stored.ordinal
