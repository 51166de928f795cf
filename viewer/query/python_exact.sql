-- What C code gives the name :name in Python.
SELECT python_name.name, python_name.kind, function_id, impl_id, symbol_id, flags, base, path AS file, python_name.line
FROM python_name LEFT JOIN file ON file.id = file_id
WHERE name = :name
ORDER BY python_name.id;
