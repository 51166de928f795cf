-- One row for each place where the symbol :id may be called from, hand-written code first, and of that the core, then
-- modules, then programs; for a macro or an opcode: where it is used. part is the opcode that holds the call, if not most of them may come there.
-- Unless :open is 1, the places that reach it by one slot or pointer are one row, "7537 places", without a file, where they
-- are more than 40, or look it up by its name; these rows come first.
WITH crowd AS MATERIALIZED (
         SELECT stored_place.kind, via, count(DISTINCT site) AS places
         FROM candidate
         CROSS JOIN stored_place ON stored_place.id = place_id
         CROSS JOIN call_group ON call_group.group_id = candidate.group_id
         WHERE function_id = CAST(:callee AS INTEGER) AND CAST(:open AS INTEGER) <> 1
         GROUP BY place_id HAVING places > 40 OR stored_place.kind = 'name' AND places > 1),
     edge AS MATERIALIZED (
         SELECT *, NULL AS places FROM call_edge
         WHERE callee_id = CAST(:callee AS INTEGER) AND (via IS NULL OR via NOT IN (SELECT via FROM crowd))
         UNION ALL
         SELECT NULL, NULL, NULL, kind, via, NULL, NULL, NULL, NULL, NULL, places FROM crowd)
SELECT DISTINCT coalesce(caller.name, places || ' places') AS caller, edge.kind, via, carrier.name AS macro, path AS file,
       edge.line, col, CASE WHEN NOT is_common THEN opcode END AS part
FROM edge
LEFT JOIN symbol AS caller ON caller.id = caller_id
LEFT JOIN file ON file.id = edge.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
WHERE :part IS NULL OR opcode IS NOT :part
ORDER BY file.generated,
         CASE WHEN path GLOB 'Objects/*' OR path GLOB 'Python/*' OR path GLOB 'Parser/*' OR path GLOB 'Include/*' THEN 0
              WHEN path GLOB 'Modules/*' THEN 1 ELSE 2 END,
         path, edge.line, col, site, part;
