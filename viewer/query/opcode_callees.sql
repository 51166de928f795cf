-- What the opcode of the symbol :id calls, in the order of the lines: what a field or a variable leads to as one row, with
-- the number of functions. Constants, and the macros of the loop itself (TOP, PUSH, DISPATCH), are left out.
-- It begins with the blocks of the opcode, since the function of the loop has a thousand times as many calls. (MATERIALIZED,
-- SQLite would take them for many, and read all calls for a Bloom filter.)
WITH block AS NOT MATERIALIZED (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common),
     mine AS NOT MATERIALIZED (SELECT site FROM block CROSS JOIN site_block ON site_block.block_id = block.block_id),
     carries AS MATERIALIZED ( -- macros that carry a call: no constants
         SELECT macro_id FROM direct_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL
         UNION
         SELECT macro_id FROM indirect_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL),
     edge (site, callee_id, kind, via, file_id, line, col) AS (
         SELECT mine.site, callee_id, 'direct', NULL, file_id, line, col
         FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
         WHERE caller_id = CAST(:caller AS INTEGER)
         UNION ALL
         SELECT call.site, function_id, stored_place.kind, via, file_id, line, col
         FROM mine
         CROSS JOIN (SELECT site, caller_id, file_id, line, col FROM indirect_call
                     UNION ALL
                     SELECT site, caller_id, file_id, line, col FROM direct_call) AS call ON call.site = mine.site
         CROSS JOIN call_group ON call_group.site = mine.site
         CROSS JOIN candidate ON candidate.group_id = call_group.group_id
         CROSS JOIN stored_place ON stored_place.id = place_id
         WHERE caller_id = CAST(:caller AS INTEGER)
         UNION ALL
         SELECT NULL, symbol_id, 'macro', NULL, reference.id >> 20, line, col
         FROM block
         CROSS JOIN reference_block ON reference_block.block_id = block.block_id
         CROSS JOIN reference ON reference.id = reference_id
         WHERE kind = 1 AND in_id = CAST(:caller AS INTEGER)
         UNION ALL
         SELECT NULL, caller_id, 'frame', NULL, file_id, line, NULL
         FROM frame_call
         WHERE caller_id = CAST(:caller AS INTEGER) AND block_id IN (SELECT block_id FROM block))
SELECT CASE WHEN count(DISTINCT callee_id) = 1 THEN callee.name ELSE via END AS name, edge.kind,
       nullif(count(DISTINCT callee_id), 1) AS functions,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - col)) AS sites, file.path AS file, min(edge.line) AS line
FROM edge
JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
WHERE edge.kind <> 'macro'
   OR NOT callee_file.path GLOB 'Python/ceval*'
      AND (instr(coalesce(callee.signature, ''), '(') > 0 OR callee_id IN (SELECT macro_id FROM carries))
GROUP BY coalesce(via, callee_id), edge.kind
ORDER BY min(edge.line * 1000 + min(col, 999)), name;
