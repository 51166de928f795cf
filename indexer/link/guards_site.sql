-- Where a call is: the file, the first line of its function, and its line.
SELECT file.path, caller.line, indirect_call.line
FROM indirect_call
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = indirect_call.file_id
WHERE site = :site
