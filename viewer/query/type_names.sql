-- What Python can name in the type that the variable :id is, in the order in which vars() of it comes about. With :wrappers the
-- functions that stand in the tables, else those that a person wrote.
SELECT substr(name, length(:type) + 2) AS name, kind,
       CASE WHEN :wrappers OR impl IS NULL THEN function ELSE impl END AS function,
       coalesce(slot, symbol) AS field, flags, file, line
FROM python_names
WHERE owner_id = CAST(:id AS INTEGER) AND name GLOB :type || '.*'
ORDER BY (SELECT min(id) FROM python_name WHERE python_name.name = python_names.name), kind;
