-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source. constant is
-- 1 for the use of a constant (a macro without parameters that carries no call in :id), else NULL. part is the opcode that holds the call, if not most
-- of them may come there. What an opcode calls is what its function calls in that part (index.h says who binds :caller and
-- :part).
-- Where :open is 1 each function that a call through a pointer may reach has a row; else all that were stored in one place are
-- one, "14 functions".
WITH edge AS MATERIALIZED (SELECT *, 1 AS functions FROM call_edge WHERE CAST(:open AS INTEGER) = 1 AND caller_id = CAST(:caller AS INTEGER)
                           UNION ALL
                           SELECT * FROM place_edge WHERE CAST(:open AS INTEGER) <> 1 AND caller_id = CAST(:caller AS INTEGER)),
     carries AS MATERIALIZED ( -- macros that carry a call: no constants
         SELECT macro_id FROM direct_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL
         UNION
         SELECT macro_id FROM indirect_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL)
SELECT DISTINCT coalesce(callee.name, functions || ' functions') AS callee, edge.kind, via, carrier.name AS macro, file.path AS file, edge.line, col,
       callee_file.path AS callee_file, callee.line AS callee_line,
       nullif(edge.kind = 'macro' AND instr(coalesce(callee.signature, ''), '(') = 0
              AND callee_id NOT IN (SELECT macro_id FROM carries), 0) AS constant,
       nullif(CASE WHEN NOT is_common THEN opcode END, :part) AS part
FROM edge
LEFT JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = edge.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN block_opcode ON block_opcode.block_id = edge.block_id
WHERE (:part IS NULL -- first of the edges alone: the loop's function has thousands
       OR edge.block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
  AND (:part IS NULL OR opcode = :part AND NOT is_common)
ORDER BY file.path, edge.line, col, edge.kind = 'direct', via, 1, part;
