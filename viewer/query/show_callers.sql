-- The functions (and macros, and opcodes) that call the symbol :id, once each, with the number of places and the first of
-- them; hand-written code first, and what looks it up by name last; of the rest the symbol's own file, the core, modules, programs. For an opcode: what uses it.
WITH edge (site, use_id, block_id, caller_id, kind, file_id, line, col) AS (
    SELECT site, NULL, NULL, caller_id, 'direct', file_id, line, col FROM direct_call WHERE callee_id = :callee
    UNION ALL
    SELECT NULL, id, NULL, in_id, 'macro', id >> 20, line, col
    FROM reference WHERE symbol_id = :callee AND kind = 1 AND in_id IS NOT NULL
    UNION ALL
    SELECT NULL, NULL, block_id, caller_id, 'frame', file_id, line, NULL FROM frame_call WHERE caller_id = :callee
    UNION ALL
    SELECT call_group.site, NULL, NULL, coalesce(pointer.caller_id, name.caller_id), stored_place.kind,
           coalesce(pointer.file_id, name.file_id), coalesce(pointer.line, name.line), coalesce(pointer.col, name.col)
    FROM candidate
    CROSS JOIN stored_place ON stored_place.id = place_id
    CROSS JOIN call_group ON call_group.group_id = candidate.group_id
    LEFT JOIN indirect_call AS pointer ON pointer.site = call_group.site
    LEFT JOIN direct_call AS name ON name.site = call_group.site
    WHERE function_id = :callee)
SELECT CASE WHEN NOT is_common THEN opcode ELSE caller.name END AS name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(edge.site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = edge.file_id
LEFT JOIN site_block ON site_block.site = edge.site
LEFT JOIN reference_block ON reference_id = use_id
LEFT JOIN block_opcode ON block_opcode.block_id = coalesce(site_block.block_id, reference_block.block_id, edge.block_id)
WHERE :part IS NULL OR opcode IS NOT :part
GROUP BY 1, caller_id
ORDER BY file.generated, min(edge.kind = 'name'), edge.file_id IS NOT (SELECT file_id FROM symbol WHERE id = :callee),
         CASE WHEN path GLOB 'Objects/*' OR path GLOB 'Python/*' OR path GLOB 'Parser/*' OR path GLOB 'Include/*' THEN 0
              WHEN path GLOB 'Modules/*' THEN 1 ELSE 2 END,
         path, min(edge.line);
