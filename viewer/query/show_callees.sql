-- The functions (and macros) that the symbol :id calls, once each, in the order of their first call; without constants.
-- callees.sql says what an opcode calls.
WITH edge AS MATERIALIZED (SELECT * FROM call_edge WHERE caller_id = CAST(:caller AS INTEGER))
SELECT callee.name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
WHERE (:part IS NULL OR block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
  AND NOT (edge.kind = 'macro' AND callee_id IN (SELECT callee_id FROM constant_use
                                                 WHERE caller_id = CAST(:caller AS INTEGER)))
GROUP BY callee_id
ORDER BY min(edge.line * 1000 + min(coalesce(col, 0), 999)), callee.name;
