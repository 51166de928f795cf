-- Whether :owner is a module, also of Lib, or a type of Python.
SELECT 1 FROM python_name
WHERE (name > :owner || '.' AND name < :owner || '/') OR (name > 'builtins.' || :owner || '.' AND name < 'builtins.' || :owner || '/')
UNION ALL
SELECT 1 FROM python_source WHERE name = :owner
LIMIT 1;
