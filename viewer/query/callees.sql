-- One row for each call in the function or macro :id, in the order of the lines: the answer is read beside the source. constant is
-- 1 for the use of a constant (a macro without parameters that carries no call in :id), else NULL. part is the opcode that holds
-- the call, if not most of them may come there.
-- Where :open is 1 each function that a call through a pointer may reach has a row; else all that were stored in one place are
-- one, "14 functions".
WITH edge (site, use_id, block_id, callee_id, kind, via, macro_id, file_id, line, col, functions) AS (
    SELECT site, NULL, NULL, callee_id, 'direct', NULL, macro_id, file_id, line, col, 1
    FROM direct_call WHERE caller_id = :caller
    UNION ALL
    SELECT NULL, id, NULL, symbol_id, 'macro', NULL, NULL, id >> 20, line, col, 1
    FROM reference WHERE in_id = :caller AND kind = 1
    UNION ALL
    SELECT NULL, NULL, block_id, caller_id, 'frame', NULL, NULL, file_id, line, NULL, 1
    FROM frame_call WHERE caller_id = :caller
    UNION ALL
    SELECT call.site, NULL, NULL, coalesce(function_id, only_id), kind, via, macro_id, file_id, line, col, functions
    FROM (SELECT site, macro_id, file_id, line, col FROM indirect_call WHERE caller_id = :caller
          UNION ALL
          SELECT site, NULL, file_id, line, col FROM direct_call WHERE caller_id = :caller) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN group_place ON group_place.group_id = call_group.group_id
    CROSS JOIN stored_place ON stored_place.id = group_place.place_id
    LEFT JOIN candidate ON CAST(:open AS INTEGER) AND candidate.group_id = group_place.group_id
                       AND candidate.place_id = stored_place.id)
SELECT DISTINCT coalesce(callee.name, functions || ' functions') AS callee, edge.kind, via, carrier.name AS macro, file.path AS file,
       edge.line, col, callee_file.path AS callee_file, callee.line AS callee_line,
       CASE WHEN edge.kind = 'macro' AND instr(coalesce(callee.signature, ''), '(') = 0
             AND callee_id NOT IN (SELECT macro_id FROM direct_call WHERE caller_id = :caller AND macro_id IS NOT NULL
                                   UNION ALL
                                   SELECT macro_id FROM indirect_call WHERE caller_id = :caller AND macro_id IS NOT NULL)
            THEN 1 END AS constant,
       CASE WHEN NOT is_common THEN opcode END AS part
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN site_block ON site_block.site = edge.site
LEFT JOIN reference_block ON reference_id = use_id
LEFT JOIN block_opcode ON block_opcode.block_id = coalesce(site_block.block_id, reference_block.block_id, edge.block_id)
ORDER BY file.path, edge.line, col, edge.kind = 'direct', via, 1, part;
