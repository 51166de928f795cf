-- What Python calls :name, with its module or, of builtins, without: itself before names that end so.
SELECT name, kind, function, function_file, impl, symbol, flags, file, line, slot, function_id, impl_id, owner_id
FROM python_names
WHERE name IN (:name, 'builtins.' || :name)
ORDER BY name <> :name;
