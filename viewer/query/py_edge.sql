-- The calls of :callee by :caller, the most certain first, and of these first those through :via.
SELECT call_edge.kind, via, carrier.name AS macro, file.path AS file, call_edge.line, call_edge.col
FROM call_edge
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
JOIN file ON file.id = call_edge.file_id
WHERE caller_id = :caller AND callee_id = :callee AND call_edge.kind <> 'macro'
ORDER BY coalesce(via = :via, 0) DESC, call_edge.kind <> 'direct', call_edge.kind <> 'frame', call_edge.kind <> 'slot', macro_id IS NOT NULL,
         call_edge.line, call_edge.col
LIMIT 20;
