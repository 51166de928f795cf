-- What can be looked up: each name in Python with the function that stands behind it.
SELECT name, function_id FROM python_name
WHERE function_id IS NOT NULL AND kind IN ('function', 'method', 'classmethod', 'staticmethod', 'slot', 'new', 'getter')
ORDER BY id;
