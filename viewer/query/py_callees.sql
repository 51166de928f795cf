-- What the function :caller calls, one row for each function, or for each place where several are stored: with the first
-- place of the call, and the line of the second where there are two.
SELECT callee_id AS id, callee.name AS function, callee.external, place_edge.kind, via, carrier.name AS macro,
       CASE WHEN functions > 1 THEN functions END AS functions, file.path AS file, place_edge.line, min(place_edge.col) AS col,
       CASE count(DISTINCT place_edge.line) WHEN 2 THEN sum(DISTINCT place_edge.line) - place_edge.line END AS other_line
FROM place_edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
JOIN file ON file.id = place_edge.file_id
WHERE caller_id = :caller AND place_edge.kind <> 'macro'
GROUP BY coalesce(callee_id, via), place_edge.kind
ORDER BY place_edge.file_id, place_edge.line, col;
