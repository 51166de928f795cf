-- What the function :caller calls, one row for each function, or for each place where several are stored: with the first
-- place of the call, and the lines of all. What is looked up by name is read off the source (cmd/strip_names.c).
WITH edge (callee_id, kind, via, macro_id, file_id, line, col, functions) AS (
    SELECT callee_id, 'direct', NULL, macro_id, file_id, line, col, 1 FROM direct_call WHERE caller_id = :caller
    UNION ALL
    SELECT caller_id, 'frame', NULL, NULL, file_id, line, NULL, 1 FROM frame_call WHERE caller_id = :caller
    UNION ALL
    SELECT only_id, kind, via, macro_id, file_id, line, col, functions
    FROM (SELECT site, macro_id, file_id, line, col FROM indirect_call WHERE caller_id = :caller
          UNION ALL
          SELECT site, NULL, file_id, line, col FROM direct_call WHERE caller_id = :caller) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN group_place ON group_place.group_id = call_group.group_id
    CROSS JOIN stored_place ON stored_place.id = place_id AND kind <> 'name')
SELECT callee_id AS id, callee.name AS function, callee.external, edge.kind, via, carrier.name AS macro,
       CASE WHEN functions > 1 THEN functions END AS functions, file.path AS file, edge.line, min(edge.col) AS col,
       group_concat(edge.line) AS lines
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
JOIN file ON file.id = edge.file_id
GROUP BY coalesce(callee_id, via), edge.kind
ORDER BY edge.file_id, edge.line, col;
