-- One row for each place where the symbol :id may be called from, hand-written code first, and of that the core, then
-- modules, then programs; for a macro or an opcode: where it is used. part is the opcode that holds the call, if not most of them may come there.
-- Unless :open is 1, the places that reach it by one slot or pointer are one row, "7537 places", without a file, where they
-- are more than 40, or look it up by its name; these rows come first.
WITH stored AS MATERIALIZED (
         SELECT candidate.group_id, place_id, stored_place.kind, via
         FROM candidate CROSS JOIN stored_place ON stored_place.id = place_id
         WHERE function_id = :callee),
     crowd AS MATERIALIZED (
         SELECT kind, via, count(DISTINCT site) AS places
         FROM stored CROSS JOIN call_group ON call_group.group_id = stored.group_id
         WHERE CAST(:open AS INTEGER) <> 1
         GROUP BY place_id HAVING places > 40 OR kind = 'name' AND places > 1),
     edge (site, use_id, block_id, caller_id, kind, via, macro_id, file_id, line, col, places) AS (
         SELECT site, NULL, NULL, caller_id, 'direct', NULL, macro_id, file_id, line, col, NULL
         FROM direct_call WHERE callee_id = :callee
         UNION ALL
         SELECT NULL, id, NULL, in_id, 'macro', NULL, NULL, id >> 20, line, col, NULL
         FROM reference WHERE symbol_id = :callee AND kind = 1 AND in_id IS NOT NULL
         UNION ALL
         SELECT NULL, NULL, block_id, caller_id, 'frame', NULL, NULL, file_id, line, NULL, NULL
         FROM frame_call WHERE caller_id = :callee
         UNION ALL
         SELECT call_group.site, NULL, NULL, coalesce(pointer.caller_id, name.caller_id), kind, via, pointer.macro_id,
                coalesce(pointer.file_id, name.file_id), coalesce(pointer.line, name.line), coalesce(pointer.col, name.col), NULL
         FROM stored
         CROSS JOIN call_group ON call_group.group_id = stored.group_id
         LEFT JOIN indirect_call AS pointer ON pointer.site = call_group.site
         LEFT JOIN direct_call AS name ON name.site = call_group.site
         WHERE via IS NULL OR via NOT IN (SELECT via FROM crowd)
         UNION ALL
         SELECT NULL, NULL, NULL, NULL, kind, via, NULL, NULL, NULL, NULL, places FROM crowd)
SELECT DISTINCT coalesce(caller.name, places || ' places') AS caller, edge.kind, via, carrier.name AS macro, path AS file,
       edge.line, col, CASE WHEN NOT is_common THEN opcode END AS part
FROM edge
LEFT JOIN symbol AS caller ON caller.id = caller_id
LEFT JOIN file ON file.id = edge.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN site_block ON site_block.site = edge.site
LEFT JOIN reference_block ON reference_id = use_id
LEFT JOIN block_opcode ON block_opcode.block_id = coalesce(site_block.block_id, reference_block.block_id, edge.block_id)
WHERE :part IS NULL OR opcode IS NOT :part
ORDER BY file.generated,
         CASE WHEN path GLOB 'Objects/*' OR path GLOB 'Python/*' OR path GLOB 'Parser/*' OR path GLOB 'Include/*' THEN 0
              WHEN path GLOB 'Modules/*' THEN 1 ELSE 2 END,
         path, edge.line, col, edge.site, part;
