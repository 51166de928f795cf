-- A function or an opcode, and where its text is: of an opcode where it runs.
SELECT symbol.name, symbol.kind, symbol.external, coalesce(run.path, file.path) AS file,
       coalesce(opcode.run_line, symbol.line) AS line, coalesce(opcode.run_end_line, symbol.end_line) AS end_line,
       coalesce(opcode.loop_id, symbol.id) AS caller, opcode.name AS part, file.path AS written_file, symbol.line AS written_line
FROM symbol
LEFT JOIN file ON file.id = symbol.file_id
LEFT JOIN opcode ON opcode.symbol_id = symbol.id
LEFT JOIN file AS run ON run.id = opcode.run_file_id
WHERE symbol.id = CAST(:id AS INTEGER);
