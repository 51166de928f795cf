-- The functions (and macros) that the function or macro :id calls, once each, in the order of their first call; without
-- constants. What is one row: callees.sql.
WITH edge (site, callee_id, kind, via, file_id, line, col, functions) AS (
    SELECT site, callee_id, 'direct', NULL, file_id, line, col, 1 FROM direct_call WHERE caller_id = :caller
    UNION ALL
    SELECT NULL, symbol_id, 'macro', NULL, id >> 20, line, col, 1 FROM reference WHERE in_id = :caller AND kind = 1
    UNION ALL
    SELECT NULL, caller_id, 'frame', NULL, file_id, line, NULL, 1 FROM frame_call WHERE caller_id = :caller
    UNION ALL
    SELECT call.site, only_id, kind, via, file_id, line, col, functions
    FROM (SELECT site, file_id, line, col FROM indirect_call WHERE caller_id = :caller
          UNION ALL
          SELECT site, file_id, line, col FROM direct_call WHERE caller_id = :caller) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN group_place ON group_place.group_id = call_group.group_id
    CROSS JOIN stored_place ON stored_place.id = place_id)
SELECT coalesce(callee.name, via || ', ' || functions || ' functions') AS name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
WHERE edge.kind <> 'macro' OR instr(callee.signature, '(') > 0
   OR callee_id IN (SELECT macro_id FROM direct_call WHERE caller_id = :caller -- carries a call: no constant
                    UNION ALL
                    SELECT macro_id FROM indirect_call WHERE caller_id = :caller)
GROUP BY callee_id, CASE WHEN callee_id IS NULL THEN via END
ORDER BY min(edge.line * 1000 + min(coalesce(col, 0), 999)), 1;
