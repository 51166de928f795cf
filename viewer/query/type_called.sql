-- The types whose name ends in :name: collections.deque of deque.
-- scan: a type's name is looked up from its start; asked only where :name is nothing else
SELECT name, base, size, path AS file, python_name.line
FROM python_name LEFT JOIN file ON file.id = python_name.file_id
WHERE python_name.kind IN ('type', 'exception') AND name GLOB '*.' || :name
GROUP BY name
ORDER BY name;
