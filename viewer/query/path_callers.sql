-- What calls the symbol :id: as path_callees.sql, the other way; the groups that hold it with the kind that it has there.
SELECT caller_id AS id, 'direct' AS kind, NULL AS via, carrier.name AS macro,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) AND NOT EXISTS (
           SELECT 1 FROM seen WHERE seen.caller_id = direct_call.caller_id AND seen.callee_id = :id) AS unseen
FROM direct_call LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE callee_id = :id
UNION ALL
SELECT in_id, 'macro', NULL, NULL, 0 FROM reference WHERE symbol_id = :id AND kind = 1 AND in_id IS NOT NULL AND :macros
UNION ALL
SELECT -group_id, kind, via, NULL,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0)
       AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.callee_id = :id)
FROM candidate JOIN stored_place ON stored_place.id = place_id
WHERE function_id = :id;
