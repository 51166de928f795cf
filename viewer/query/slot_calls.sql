-- The calls that reach what is stored in the place :via; functions says how many of those that are there fit the call.
SELECT DISTINCT caller.name AS caller, functions, carrier.name AS macro, file.path AS file, indirect_call.line, col
FROM stored_place
JOIN group_place ON place_id = stored_place.id
JOIN call_group ON call_group.group_id = group_place.group_id
JOIN indirect_call ON indirect_call.site = call_group.site
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = indirect_call.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE via = :via
ORDER BY file.generated, file.path, indirect_call.line, col;
