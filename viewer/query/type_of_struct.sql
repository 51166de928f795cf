-- The types whose objects are the struct :id.
SELECT name, base, size, path AS file, python_name.line
FROM python_name LEFT JOIN file ON file.id = python_name.file_id
WHERE record_id = CAST(:id AS INTEGER)
ORDER BY name, python_name.id;
