-- The functions and macros that the symbol :id calls, by name: in which file it stands, how it is called, and the first line.
WITH edge (callee_id, kind, line, block_id) AS (
    SELECT callee_id, 'direct', line, block_id
    FROM direct_call LEFT JOIN site_block ON site_block.site = direct_call.site
    WHERE caller_id = :caller
    UNION ALL
    SELECT symbol_id, 'macro', line, block_id
    FROM reference LEFT JOIN reference_block ON reference_id = reference.id
    WHERE in_id = :caller AND kind = 1
    UNION ALL
    SELECT function_id, kind, line, block_id
    FROM (SELECT site, line FROM indirect_call WHERE caller_id = :caller
          UNION ALL
          SELECT site, line FROM direct_call WHERE caller_id = :caller) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN candidate ON candidate.group_id = call_group.group_id
    CROSS JOIN stored_place ON stored_place.id = place_id AND kind NOT IN ('slot', 'name')
    LEFT JOIN site_block ON site_block.site = call.site)
SELECT callee.id, callee.name, callee.kind AS what, callee_file.path AS callee_file, callee.line AS callee_line,
       min(edge.kind) AS kind, min(edge.line) AS line
FROM edge
JOIN symbol AS callee ON callee.id = callee_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
WHERE (:part IS NULL OR block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
  AND (edge.kind <> 'macro' OR instr(callee.signature, '(') > 0
       OR callee_id IN (SELECT macro_id FROM direct_call WHERE caller_id = :caller -- carries a call: no constant
                        UNION ALL
                        SELECT macro_id FROM indirect_call WHERE caller_id = :caller))
GROUP BY callee.name
ORDER BY min(edge.line), callee.name
