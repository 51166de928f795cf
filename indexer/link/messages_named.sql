-- The file that has the named texts of _Py_STR().
SELECT file.path FROM symbol JOIN file ON file.id = file_id
WHERE symbol.name = 'STRUCT_FOR_STR' AND symbol.kind = 'macro' ORDER BY symbol.id LIMIT 1;
