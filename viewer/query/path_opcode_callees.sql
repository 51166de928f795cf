-- What an opcode calls: what its function :caller calls in that :part; columns as in path_callees.sql. It begins with the
-- stretches of the loop that the opcode comes to: the function has a thousand calls, the opcode a few.
WITH mine AS MATERIALIZED (
    SELECT site, block_opcode.block_id AS block_id
    FROM block_opcode CROSS JOIN site_block ON site_block.block_id = block_opcode.block_id
    WHERE opcode = :part AND NOT is_common),
reached (group_id, macro_id) AS MATERIALIZED ( -- many sites call the same groups
    SELECT DISTINCT group_id, macro_id
    FROM mine
    CROSS JOIN call_group ON call_group.site = mine.site
    LEFT JOIN indirect_call ON indirect_call.site = mine.site),
edge (callee_id, kind, via, macro_id) AS (
    SELECT callee_id, 'direct', NULL, macro_id FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
    UNION ALL
    SELECT function_id, stored_place.kind, via, macro_id
    FROM reached
    CROSS JOIN candidate ON candidate.group_id = reached.group_id
    CROSS JOIN stored_place ON stored_place.id = place_id
    UNION ALL
    SELECT caller_id, 'frame', NULL, NULL FROM frame_call
    WHERE block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common)
    UNION ALL
    SELECT symbol_id, 'macro', NULL, NULL
    FROM block_opcode
    CROSS JOIN reference_block ON reference_block.block_id = block_opcode.block_id
    CROSS JOIN reference ON reference.id = reference_id
    WHERE opcode = :part AND NOT is_common AND :macros)
SELECT callee_id AS id, edge.kind, via, carrier.name AS macro,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) AND edge.kind <> 'macro' AND NOT EXISTS (
           SELECT 1 FROM seen WHERE seen.caller_id = :caller AND seen.callee_id = edge.callee_id) AS unseen
FROM edge LEFT JOIN symbol AS carrier ON carrier.id = macro_id;
