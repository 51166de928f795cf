-- The variable of the type that Python calls :name; :builtin is that with its module.
SELECT symbol.name AS variable, symbol.id
FROM python_name CROSS JOIN symbol ON symbol.id = symbol_id
WHERE python_name.name IN (:name, :builtin) AND python_name.kind IN ('type', 'exception')
LIMIT 1;
