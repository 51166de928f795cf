-- What the symbol :id calls, in no order: id, kind, via, and the macro that carries the call. Uses of macros only where
-- :macros is 1. Through pointers a group of functions is called, all that may stand there: it comes as its negative id,
-- and without a kind, since that belongs to each of its functions (path_group_callees.sql).
SELECT callee_id AS id, 'direct' AS kind, NULL AS via, carrier.name AS macro
FROM direct_call LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE caller_id = :id
UNION ALL
SELECT symbol_id, 'macro', NULL, NULL FROM reference WHERE in_id = :id AND kind = 1 AND :macros
UNION ALL
SELECT -group_id, NULL, NULL, carrier.name
FROM indirect_call
JOIN call_group ON call_group.site = indirect_call.site
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE caller_id = :id
UNION ALL
SELECT -group_id, NULL, NULL, NULL
FROM direct_call JOIN call_group ON call_group.site = direct_call.site
WHERE caller_id = :id;
