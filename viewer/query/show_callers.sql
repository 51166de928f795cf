-- The functions (and macros, and opcodes) that call the symbol :id, once each, with the number of places and the first of
-- them; hand-written code first, and what looks it up by name last; of the rest the symbol's own file, the core, modules, programs. For an opcode: what uses it.
WITH edge AS MATERIALIZED (SELECT * FROM call_edge WHERE callee_id = CAST(:callee AS INTEGER))
SELECT CASE WHEN NOT is_common THEN opcode ELSE caller.name END AS name, group_concat(DISTINCT edge.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - edge.line * 1000 - min(col, 999))) AS sites, path AS file, min(edge.line) AS line
FROM edge
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = edge.file_id
LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
WHERE :part IS NULL OR opcode IS NOT :part
GROUP BY 1, caller_id
ORDER BY file.generated, min(edge.kind = 'name'), edge.file_id IS NOT (SELECT file_id FROM symbol WHERE id = CAST(:callee AS INTEGER)),
         CASE WHEN path GLOB 'Objects/*' OR path GLOB 'Python/*' OR path GLOB 'Parser/*' OR path GLOB 'Include/*' THEN 0
              WHEN path GLOB 'Modules/*' THEN 1 ELSE 2 END,
         path, min(edge.line);
