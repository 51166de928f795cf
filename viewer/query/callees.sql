-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source. constant is
-- 1 for the use of a constant (constant_use of the schema), else NULL. part is the opcode that holds the call, if not most
-- of them may come there. What an opcode calls is what its function calls in that part (index.h says who binds :caller and
-- :part).
WITH edge AS MATERIALIZED (SELECT * FROM call_edge WHERE caller_id = CAST(:caller AS INTEGER))
SELECT DISTINCT callee.name AS callee, edge.kind, via, carrier.name AS macro, file.path AS file, edge.line, col,
       callee_file.path AS callee_file, callee.line AS callee_line,
       nullif(edge.kind = 'macro' AND callee_id IN (SELECT callee_id FROM constant_use
                                                    WHERE caller_id = CAST(:caller AS INTEGER)), 0) AS constant,
       nullif(CASE WHEN NOT is_common THEN opcode END, :part) AS part
FROM edge
JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
WHERE :part IS NULL OR opcode = :part AND NOT is_common
ORDER BY file.path, edge.line, col, edge.kind = 'direct', callee.name, part;
