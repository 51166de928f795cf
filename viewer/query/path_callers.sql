-- What calls the symbol :id: as path_callees.sql, the other way.
SELECT caller_id AS id, 'direct' AS kind, NULL AS via, carrier.name AS macro
FROM direct_call LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE callee_id = :id
UNION ALL
SELECT in_id, 'macro', NULL, NULL FROM reference WHERE symbol_id = :id AND kind = 1 AND in_id IS NOT NULL AND :macros
UNION ALL
SELECT caller_id, kind, via, macro FROM calls WHERE callee_id = :id AND kind <> 'direct' AND kind <> 'macro';
