-- The calls of :callee by :caller, the most certain first, and of these first those through :via.
WITH edge (kind, via, macro_id, file_id, line, col) AS (
    SELECT 'direct', NULL, macro_id, file_id, line, col FROM direct_call WHERE caller_id = :caller AND callee_id = :callee
    UNION ALL
    SELECT 'frame', NULL, NULL, file_id, line, NULL FROM frame_call WHERE caller_id = :caller AND caller_id = :callee
    UNION ALL
    SELECT kind, via, macro_id, file_id, line, col
    FROM (SELECT site, macro_id, file_id, line, col FROM indirect_call WHERE caller_id = :caller
          UNION ALL
          SELECT site, NULL, file_id, line, col FROM direct_call WHERE caller_id = :caller) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN candidate ON candidate.group_id = call_group.group_id AND function_id = :callee
    CROSS JOIN stored_place ON stored_place.id = place_id)
SELECT edge.kind, via, carrier.name AS macro, file.path AS file, edge.line, edge.col
FROM edge
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
JOIN file ON file.id = edge.file_id
ORDER BY coalesce(via = :via, 0) DESC, edge.kind <> 'direct', edge.kind <> 'frame', edge.kind <> 'slot', macro_id IS NOT NULL,
         edge.line, edge.col
LIMIT 20;
