-- The names in Python that lead to the symbol :id, by itself or by the wrapper that Argument Clinic wrote for it. (As the view
-- python_names has them, which would be planned three times.)
SELECT python_name.name, python_name.kind, flags, slot.parent || '.' || slot.name AS slot, path AS file, python_name.line
FROM python_name
LEFT JOIN symbol AS slot ON slot.id = slot_id
LEFT JOIN file ON file.id = python_name.file_id
WHERE python_name.id IN (SELECT id FROM python_name WHERE function_id = CAST(:id AS INTEGER)
                         UNION ALL
                         SELECT id FROM python_name WHERE impl_id = CAST(:id AS INTEGER)
                         UNION ALL
                         SELECT id FROM python_name WHERE symbol_id = CAST(:id AS INTEGER))
ORDER BY python_name.name, python_name.kind;
