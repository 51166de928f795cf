-- Where a macro is written.
SELECT file.path, symbol.line, symbol.end_line FROM symbol JOIN file ON file.id = file_id WHERE symbol.id = :id;
