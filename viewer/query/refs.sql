-- One row for each place that names the symbol :id, hand-written code first; in_name is the function, macro, record or
-- variable that holds it.
SELECT refs.kind, in_name, file, line, col
FROM refs JOIN files ON files.path = refs.file
WHERE symbol_id = CAST(:id AS INTEGER)
ORDER BY files.generated, file, line, col, refs.kind;
