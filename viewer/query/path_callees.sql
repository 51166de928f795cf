-- What the symbol :id calls, in no order: id, kind, via, the macro that carries the call, and 1 where the recorded run did
-- not make it (0: it did, or nothing is recorded; of a pointer: whether the run came to its function at all). Uses of macros only where
-- :macros is 1. Through pointers a group of functions is called, all that may stand there: it comes as its negative id,
-- and without a kind, since that belongs to each of its functions (path_group_callees.sql).
SELECT callee_id AS id, 'direct' AS kind, NULL AS via, carrier.name AS macro,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) AND NOT EXISTS (
           SELECT 1 FROM seen WHERE seen.caller_id = :id AND seen.callee_id = direct_call.callee_id) AS unseen
FROM direct_call LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE caller_id = :id
UNION ALL
SELECT symbol_id, 'macro', NULL, NULL, 0 FROM reference WHERE in_id = :id AND kind = 1 AND :macros
UNION ALL
SELECT -group_id, NULL, NULL, carrier.name, 0
FROM indirect_call
JOIN call_group ON call_group.site = indirect_call.site
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE caller_id = :id
UNION ALL
SELECT -group_id, NULL, NULL, NULL, 0
FROM direct_call JOIN call_group ON call_group.site = direct_call.site
WHERE caller_id = :id;
