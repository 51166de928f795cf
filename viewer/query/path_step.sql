-- The calls of :callee in :caller, those that no macro carries first, then as they stand in the text.
SELECT caller_id, caller, caller_file, callee_id, callee, callee_file, kind, via, macro, file, line, col
FROM calls
WHERE caller_id = CAST(:caller AS INTEGER) AND callee_id = CAST(:callee AS INTEGER)
ORDER BY macro IS NOT NULL, file, line, col;
