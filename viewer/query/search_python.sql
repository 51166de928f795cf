-- The names in Python with :pattern (LIKE) in them, and the C functions behind them: hand-written, where there is one.
-- scan: names are few, and any part of one may be asked for
SELECT found.name, found.kind, function.name AS function, flags, file.path AS file, iif(function.line > 0, function.line, found.line) AS line
FROM (SELECT id FROM python_name WHERE name LIKE :pattern ESCAPE '\') AS row
CROSS JOIN python_name AS found ON found.id = row.id
LEFT JOIN symbol AS function ON function.id = coalesce(impl_id, found.function_id, symbol_id)
LEFT JOIN file ON file.id = coalesce(function.file_id, found.file_id);
