-- The same for the opcode :part.
WITH mine AS MATERIALIZED (
    SELECT site FROM block_opcode CROSS JOIN site_block ON site_block.block_id = block_opcode.block_id
    WHERE opcode = :part AND NOT is_common),
edge (kind, via, macro_id, file_id, line, col) AS (
    SELECT 'direct', NULL, macro_id, file_id, line, col
    FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
    WHERE callee_id = :callee
    UNION ALL
    SELECT stored_place.kind, via, macro_id, file_id, line, col
    FROM candidate -- few groups hold the callee
    CROSS JOIN call_group ON call_group.group_id = candidate.group_id
    CROSS JOIN indirect_call ON indirect_call.site = call_group.site
    CROSS JOIN site_block ON site_block.site = call_group.site
    CROSS JOIN block_opcode ON block_opcode.opcode = :part AND block_opcode.block_id = site_block.block_id AND NOT is_common
    CROSS JOIN stored_place ON stored_place.id = place_id
    WHERE candidate.function_id = :callee
    UNION ALL
    SELECT 'frame', NULL, NULL, file_id, line, NULL FROM frame_call
    WHERE caller_id = :callee
      AND block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
SELECT edge.kind, via, carrier.name AS macro, file.path AS file, edge.line, edge.col
FROM edge
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
JOIN file ON file.id = edge.file_id
ORDER BY coalesce(via = :via, 0) DESC, edge.kind <> 'direct', edge.kind <> 'frame', edge.kind <> 'slot', macro_id IS NOT NULL,
         edge.line, edge.col
LIMIT 20;
