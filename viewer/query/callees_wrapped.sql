-- The function that the function :id of Argument Clinic wraps.
SELECT symbols.* FROM symbols
WHERE id = (SELECT impl_id FROM python_name WHERE function_id = CAST(:id AS INTEGER) AND impl_id <> function_id LIMIT 1);
