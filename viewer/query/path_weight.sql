-- Of the step from the symbol :caller to the symbol :callee: whether macros alone carry it, whether it leads to another file,
-- and how many functions call :callee by name.
SELECT coalesce((SELECT min(macro_id IS NOT NULL) FROM direct_call WHERE caller_id = :caller AND callee_id = :callee), 0),
       caller.file_id IS NOT callee.file_id,
       (SELECT count(DISTINCT caller_id) FROM direct_call WHERE callee_id = :callee)
FROM symbol AS caller, symbol AS callee
WHERE caller.id = :caller AND callee.id = :callee;
