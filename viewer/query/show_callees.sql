-- The functions (and macros) that the symbol :id calls, once each, in the order of their first call; without constants.
-- callees.sql says what an opcode calls, and what is one row.
WITH edge AS MATERIALIZED (SELECT * FROM place_edge WHERE caller_id = CAST(:caller AS INTEGER)),
     carries AS MATERIALIZED ( -- macros that carry a call: no constants
         SELECT macro_id FROM direct_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL
         UNION
         SELECT macro_id FROM indirect_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL)
SELECT coalesce(callee.name, via || ', ' || functions || ' functions') AS name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
WHERE (:part IS NULL OR block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
  AND NOT (edge.kind = 'macro' AND instr(coalesce(callee.signature, ''), '(') = 0
           AND callee_id NOT IN (SELECT macro_id FROM carries))
GROUP BY callee_id, CASE WHEN callee_id IS NULL THEN via END
ORDER BY min(edge.line * 1000 + min(coalesce(col, 0), 999)), 1;
