-- What :id calls, by kind, in the order of the call lines: a picture follows the page. is_constant: as in callees.sql.
-- What an opcode calls: as in callees.sql; an opcode's stack macros (TOP, PUSH) say as little as constants.
-- What is reached by the slot :hidden is one row without an id, if there is any; NULL: no slot is hidden.
WITH edge (site, callee_id, kind, via, line, col, block_id) AS (
         SELECT direct_call.site, callee_id, 'direct', NULL, line, col, block_id
         FROM direct_call LEFT JOIN site_block ON site_block.site = direct_call.site
         WHERE caller_id = :caller
         UNION ALL
         SELECT NULL, symbol_id, 'macro', NULL, line, col, block_id
         FROM reference LEFT JOIN reference_block ON reference_id = reference.id
         WHERE in_id = :caller AND kind = 1
         UNION ALL
         SELECT NULL, caller_id, 'frame', NULL, line, NULL, block_id FROM frame_call WHERE caller_id = :caller
         UNION ALL
         SELECT call.site, function_id, kind, via, line, col, block_id
         FROM (SELECT site, line, col FROM indirect_call WHERE caller_id = :caller
               UNION ALL
               SELECT site, line, col FROM direct_call WHERE caller_id = :caller) AS call
         CROSS JOIN call_group ON call_group.site = call.site
         CROSS JOIN group_place ON group_place.group_id = call_group.group_id
         CROSS JOIN stored_place ON stored_place.id = group_place.place_id
         LEFT JOIN candidate ON candidate.group_id = group_place.group_id AND candidate.place_id = stored_place.id
                            AND via IS NOT :hidden
         LEFT JOIN site_block ON site_block.site = call.site),
     carries AS ( -- macros that carry a call: no constants
         SELECT macro_id FROM direct_call WHERE caller_id = :caller AND macro_id IS NOT NULL
         UNION ALL
         SELECT macro_id FROM indirect_call WHERE caller_id = :caller AND macro_id IS NOT NULL),
     callee AS (SELECT callee_id, kind, via, min(line) AS line, min(line * 1000 + min(coalesce(col, 0), 999)) AS place,
                       count(DISTINCT coalesce(site, -1 - line * 1000 - min(col, 999))) AS sites
                FROM edge
                WHERE :part IS NULL OR block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common)
                GROUP BY callee_id, kind, via)
SELECT symbol.id, name, symbol.kind, path AS file, symbol.line, coalesce(generated, 0) AS generated, external,
       callee.kind = 'macro' AND (instr(coalesce(signature, ''), '(') = 0 AND callee_id NOT IN (SELECT macro_id FROM carries)
                                  OR :part IS NOT NULL AND path GLOB 'Python/ceval*') AS is_constant,
       callee.kind AS edge, via, callee.line AS at, sites
FROM callee
LEFT JOIN symbol ON symbol.id = callee_id
LEFT JOIN file ON file.id = file_id
ORDER BY place, name, symbol.id;
