-- The calls of :callee in the symbol :id, those that no macro carries first, then as they stand in the text. part is the
-- opcode that holds the call, if not most of them may come there; run says whether the recorded run made it (NULL: nothing
-- is recorded).
SELECT coalesce((SELECT symbol_id FROM opcode WHERE name = :part), caller_id) AS caller_id, coalesce(:part, caller) AS caller, caller_file, callee_id, callee, callee_file, kind, via, macro, file, line, col,
       CASE WHEN NOT is_common THEN nullif(part, :part) END AS part,
       CASE WHEN EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) THEN CASE WHEN seen IS NULL THEN 'static' ELSE 'seen in a run' END END AS run
FROM calls
WHERE caller_id = CAST(:caller AS INTEGER) AND callee_id = CAST(:to AS INTEGER)
  AND (:part IS NULL OR part = :part AND NOT is_common)
ORDER BY macro IS NOT NULL, file, line, col, calls.part;
