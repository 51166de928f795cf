-- The same for the opcode :part; without what the loop's own macros do (DISPATCH).
WITH mine AS MATERIALIZED (
    SELECT site FROM block_opcode CROSS JOIN site_block ON site_block.block_id = block_opcode.block_id
    WHERE opcode = :part AND NOT is_common),
edge (callee_id, kind, via, macro_id, file_id, line, col, functions) AS (
    SELECT callee_id, 'direct', NULL, macro_id, file_id, line, col, 1
    FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
    UNION ALL
    SELECT only_id, stored_place.kind, via, macro_id, file_id, line, col, functions
    FROM mine
    CROSS JOIN indirect_call ON indirect_call.site = mine.site
    CROSS JOIN call_group ON call_group.site = mine.site
    CROSS JOIN group_place ON group_place.group_id = call_group.group_id
    CROSS JOIN stored_place ON stored_place.id = place_id
    UNION ALL
    SELECT caller_id, 'frame', NULL, NULL, file_id, line, NULL, 1 FROM frame_call
    WHERE block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
SELECT callee_id AS id, callee.name AS function, callee.external, edge.kind, via, carrier.name AS macro,
       CASE WHEN functions > 1 THEN functions END AS functions, file.path AS file, edge.line, min(edge.col) AS col,
       group_concat(edge.line) AS lines
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN file AS carrier_file ON carrier_file.id = carrier.file_id
JOIN file ON file.id = edge.file_id
WHERE coalesce(carrier_file.path NOT GLOB 'Python/ceval*', 1)
GROUP BY coalesce(callee_id, via), edge.kind
ORDER BY edge.file_id, edge.line, col;
