-- What the symbol :id calls, in no order: id, kind, via, and the macro that carries the call. Uses of macros only where
-- :macros is 1. Asked thousands of times for one answer, so calls by name and macros are taken from their tables.
SELECT callee_id AS id, 'direct' AS kind, NULL AS via, carrier.name AS macro
FROM direct_call LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE caller_id = :id
UNION ALL
SELECT symbol_id, 'macro', NULL, NULL FROM reference WHERE in_id = :id AND kind = 1 AND :macros
UNION ALL
SELECT callee_id, kind, via, macro FROM calls WHERE caller_id = :id AND kind <> 'direct' AND kind <> 'macro';
