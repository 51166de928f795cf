-- What an opcode calls: what its function :caller calls in that :part; columns as in path_callees.sql.
SELECT callee_id AS id, kind, via, macro,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) AND kind <> 'macro' AND seen IS NULL AS unseen
FROM calls
WHERE caller_id = :caller AND part = :part AND NOT is_common AND (kind <> 'macro' OR :macros);
