-- As callees.sql, for the opcode of the symbol :id: what its function calls in that part. It begins with the blocks of the opcode,
-- since the function of the loop has a thousand times as many calls.
WITH block AS NOT MATERIALIZED (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common),
     mine AS NOT MATERIALIZED (SELECT site FROM block CROSS JOIN site_block ON site_block.block_id = block.block_id),
     edge (callee_id, kind, via, macro_id, file_id, line, col, functions) AS (
         SELECT callee_id, 'direct', NULL, macro_id, file_id, line, col, 1
         FROM mine CROSS JOIN direct_call ON direct_call.site = mine.site
         WHERE caller_id = :caller
         UNION ALL
         SELECT symbol_id, 'macro', NULL, NULL, reference.id >> 20, line, col, 1
         FROM block
         CROSS JOIN reference_block ON reference_block.block_id = block.block_id
         CROSS JOIN reference ON reference.id = reference_id
         WHERE kind = 1 AND in_id = :caller
         UNION ALL
         SELECT caller_id, 'frame', NULL, NULL, file_id, line, NULL, 1
         FROM frame_call
         WHERE caller_id = :caller AND block_id IN (SELECT block_id FROM block)
         UNION ALL
         SELECT coalesce(function_id, only_id), kind, via, pointer.macro_id, coalesce(pointer.file_id, name.file_id),
                coalesce(pointer.line, name.line), coalesce(pointer.col, name.col), functions
         FROM mine
         LEFT JOIN indirect_call AS pointer ON pointer.site = mine.site
         LEFT JOIN direct_call AS name ON name.site = mine.site
         CROSS JOIN call_group ON call_group.site = mine.site
         CROSS JOIN group_place ON group_place.group_id = call_group.group_id
         CROSS JOIN stored_place ON stored_place.id = group_place.place_id
         LEFT JOIN candidate ON CAST(:open AS INTEGER) AND candidate.group_id = group_place.group_id
                            AND candidate.place_id = stored_place.id
         WHERE coalesce(pointer.caller_id, name.caller_id) = CAST(:caller AS INTEGER))
SELECT DISTINCT coalesce(callee.name, functions || ' functions') AS callee, edge.kind, via, carrier.name AS macro, file.path AS file,
       edge.line, col, callee_file.path AS callee_file, callee.line AS callee_line,
       CASE WHEN edge.kind = 'macro' AND instr(coalesce(callee.signature, ''), '(') = 0
             AND callee_id NOT IN (SELECT macro_id FROM direct_call WHERE caller_id = :caller AND macro_id IS NOT NULL
                                   UNION ALL
                                   SELECT macro_id FROM indirect_call WHERE caller_id = :caller AND macro_id IS NOT NULL)
            THEN 1 END AS constant,
       NULL AS part
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
ORDER BY file.path, edge.line, col, edge.kind = 'direct', via, 1;
