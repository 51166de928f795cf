-- The calls of a function by name, with what holds them.
SELECT direct_call.file_id, file.path, direct_call.line, direct_call.col, caller_id, caller.file_id AS caller_file,
       caller.line AS caller_line, caller.end_line AS caller_end, caller.signature, macro_id
FROM direct_call
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = direct_call.file_id
WHERE callee_id = :callee
ORDER BY site;
