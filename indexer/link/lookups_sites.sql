-- The calls of a function by name, with what holds them: site, path, line, col, caller, its signature; the name of what is
-- called, and the macro that carries the call as it is written.
SELECT site, file.path, direct_call.line, direct_call.col, caller_id, caller.signature, callee.name, carrier.signature
FROM direct_call
JOIN symbol AS callee ON callee.id = callee_id
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = direct_call.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE callee_id = :callee
ORDER BY site;
