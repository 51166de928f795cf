-- One row for each place that names the symbol :id (of an opcode: its number) or the symbol :type, the typedef of a record
-- (NULL: it has none), hand-written code first; in_name is the function, macro, record or variable that holds it.
SELECT refs.kind, in_name, file, line, col
FROM refs JOIN files ON files.path = refs.file
WHERE symbol_id IN (CAST(:callee AS INTEGER), CAST(:type AS INTEGER))
ORDER BY files.generated, file, line, col, refs.kind;
