-- What Python can name in the type :type that the variable :id is (NULL: it has none), in the order in which vars() of it comes
-- about. With :wrappers the functions that stand in the tables, else those that a person wrote.
SELECT substr(name, length(:type) + 2) AS name, kind,
       CASE WHEN :wrappers OR impl IS NULL THEN function ELSE impl END AS function,
       coalesce(slot, symbol) AS field, offset, flags, file, line
FROM python_names
WHERE name > :type || '.' AND name < :type || '/' AND instr(substr(name, length(:type) + 2), '.') = 0
  AND kind NOT IN ('type', 'exception') AND owner_id IS CAST(:id AS INTEGER)
ORDER BY (SELECT min(id) FROM python_name WHERE python_name.name = python_names.name), kind;
