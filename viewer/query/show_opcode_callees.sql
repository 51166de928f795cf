-- As show_callees.sql, for the opcode of the symbol :id; it begins with the blocks of the opcode, since the function of the loop
-- has a thousand times as many calls.
WITH block AS NOT MATERIALIZED (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common),
     mine AS NOT MATERIALIZED (SELECT site FROM block CROSS JOIN site_block ON site_block.block_id = block.block_id),
     edge (site, callee_id, kind, via, file_id, line, col, functions) AS (
         SELECT mine.site, callee_id, 'direct', NULL, file_id, line, col, 1
         FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
         WHERE caller_id = :caller
         UNION ALL
         SELECT NULL, symbol_id, 'macro', NULL, reference.id >> 20, line, col, 1
         FROM block
         CROSS JOIN reference_block ON reference_block.block_id = block.block_id
         CROSS JOIN reference ON reference.id = reference_id
         WHERE kind = 1 AND in_id = :caller
         UNION ALL
         SELECT NULL, caller_id, 'frame', NULL, file_id, line, NULL, 1
         FROM frame_call
         WHERE caller_id = :caller AND block_id IN (SELECT block_id FROM block)
         UNION ALL
         SELECT mine.site, only_id, kind, via, file_id, line, col, functions
         FROM mine
         CROSS JOIN (SELECT site, caller_id, file_id, line, col FROM indirect_call
                     UNION ALL
                     SELECT site, caller_id, file_id, line, col FROM direct_call) AS call ON call.site = mine.site
         CROSS JOIN call_group ON call_group.site = mine.site
         CROSS JOIN group_place ON group_place.group_id = call_group.group_id
         CROSS JOIN stored_place ON stored_place.id = place_id
         WHERE caller_id = :caller)
SELECT coalesce(callee.name, via || ', ' || functions || ' functions') AS name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
WHERE edge.kind <> 'macro' OR instr(callee.signature, '(') > 0
   OR callee_id IN (SELECT macro_id FROM direct_call WHERE caller_id = :caller -- carries a call: no constant
                    UNION ALL
                    SELECT macro_id FROM indirect_call WHERE caller_id = :caller)
GROUP BY callee_id, CASE WHEN callee_id IS NULL THEN via END
ORDER BY min(edge.line * 1000 + min(coalesce(col, 0), 999)), 1;
