-- The functions of Argument Clinic that wrap the function :id.
SELECT DISTINCT symbol.id, symbol.name, file.path AS file
FROM python_name
JOIN symbol ON symbol.id = function_id
JOIN file ON file.id = symbol.file_id
WHERE impl_id = CAST(:id AS INTEGER) AND function_id <> impl_id;
