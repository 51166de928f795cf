-- The names in Python that lead to the symbol :id, by itself or by the wrapper that Argument Clinic wrote for it.
SELECT name, kind, flags, slot, file, line FROM python_names
WHERE function_id = CAST(:id AS INTEGER)
UNION ALL
SELECT name, kind, flags, slot, file, line FROM python_names
WHERE impl_id = CAST(:id AS INTEGER)
UNION ALL
SELECT name, kind, flags, slot, file, line FROM python_names
WHERE symbol_id = CAST(:id AS INTEGER)
ORDER BY name, kind;
