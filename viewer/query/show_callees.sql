-- The functions (and macros) that the symbol :id calls, once each, in the order of their first call; without constants.
-- callees.sql says what an opcode calls.
WITH mine AS MATERIALIZED (
    SELECT DISTINCT site, callee_id, callee, kind, file, line, col
    FROM calls
    WHERE caller_id = CAST(:caller AS INTEGER) AND (:part IS NULL OR part = :part AND NOT is_common))
SELECT callee AS name, group_concat(DISTINCT kind) AS kind, count(*) AS sites, file, min(line) AS line
FROM mine
WHERE NOT (kind = 'macro' AND callee_id IN (SELECT callee_id FROM constant_use WHERE caller_id = CAST(:caller AS INTEGER)))
GROUP BY callee_id
ORDER BY min(line * 1000 + min(col, 999)), callee;
