-- What calls :id, by kind: hand-written code first, and there what lies in the file of the symbol itself. A call in the
-- eval loop comes from the opcode that holds it, if not most of them may come there.
-- What calls it by the slot :hidden is one row without an id, if there is any; NULL: no slot is hidden.
WITH edge (site, caller_id, kind, via, line, col, block_id) AS (
         SELECT direct_call.site, caller_id, 'direct', NULL, line, col, block_id
         FROM direct_call LEFT JOIN site_block ON site_block.site = direct_call.site
         WHERE callee_id = :callee
         UNION ALL
         SELECT NULL, in_id, 'macro', NULL, line, col, block_id
         FROM reference LEFT JOIN reference_block ON reference_id = reference.id
         WHERE symbol_id = :callee AND kind = 1 AND in_id IS NOT NULL
         UNION ALL
         SELECT NULL, caller_id, 'frame', NULL, line, NULL, block_id FROM frame_call WHERE caller_id = :callee
         UNION ALL
         SELECT call.site, caller_id, kind, via, line, col, block_id
         FROM candidate
         CROSS JOIN stored_place ON stored_place.id = place_id AND via IS NOT :hidden
         CROSS JOIN call_group ON call_group.group_id = candidate.group_id
         CROSS JOIN (SELECT site, caller_id, line, col FROM indirect_call
                     UNION ALL
                     SELECT site, caller_id, line, col FROM direct_call) AS call ON call.site = call_group.site
         LEFT JOIN site_block ON site_block.site = call.site
         WHERE function_id = :callee
         UNION ALL
         SELECT DISTINCT NULL, NULL, kind, via, NULL, NULL, NULL
         FROM candidate JOIN stored_place ON stored_place.id = place_id
         WHERE function_id = :callee AND via = :hidden),
     caller AS (SELECT coalesce(symbol_id, caller_id) AS caller_id, edge.kind, via, min(edge.line) AS line,
                       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites
                FROM edge
                LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
                LEFT JOIN opcode ON opcode.name = block_opcode.opcode AND NOT is_common
                WHERE :part IS NULL OR block_opcode.opcode IS NOT :part
                GROUP BY 1, edge.kind, via)
SELECT symbol.id, name, symbol.kind, path AS file, symbol.line, coalesce(generated, 0) AS generated, external,
       0 AS is_constant, -- a macro that uses this one says more than a value
       caller.kind AS edge, via, caller.line AS at, sites
FROM caller
LEFT JOIN symbol ON symbol.id = caller.caller_id
LEFT JOIN file ON file.id = file_id
ORDER BY generated, file_id IS NOT (SELECT file_id FROM symbol WHERE id = :callee),
         path, symbol.line, name, symbol.id;
