-- Whether :owner is a module or a type of Python.
SELECT 1 FROM python_name
WHERE (name > :owner || '.' AND name < :owner || '/') OR (name > 'builtins.' || :owner || '.' AND name < 'builtins.' || :owner || '/')
LIMIT 1;
