-- One row for each place where the symbol :id may be called from, hand-written code first; for a macro or an opcode:
-- where it is used. part is the opcode that holds the call, if not most of them may come there.
WITH edge AS MATERIALIZED (SELECT * FROM call_edge WHERE callee_id = CAST(:callee AS INTEGER))
SELECT DISTINCT caller.name AS caller, edge.kind, via, carrier.name AS macro, path AS file, edge.line, col,
       CASE WHEN NOT is_common THEN opcode END AS part
FROM edge
JOIN symbol AS caller ON caller.id = caller_id
JOIN file ON file.id = edge.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
WHERE :part IS NULL OR opcode IS NOT :part
ORDER BY file.generated, path, edge.line, col, site, part;
