-- The functions and macros that the symbol :id calls, by name: in which file it stands, how it is called, and the first line.
WITH carries AS MATERIALIZED ( -- macros that carry a call: no constants
         SELECT macro_id FROM direct_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL
         UNION
         SELECT macro_id FROM indirect_call WHERE caller_id = CAST(:caller AS INTEGER) AND macro_id IS NOT NULL)
SELECT callee.id, callee.name, callee.kind AS what, callee_file.path AS callee_file, callee.line AS callee_line,
       min(call_edge.kind) AS kind, min(call_edge.line) AS line
FROM call_edge
JOIN symbol AS callee ON callee.id = callee_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
WHERE caller_id = CAST(:caller AS INTEGER)
  AND (:part IS NULL OR block_id IN (SELECT block_id FROM block_opcode WHERE opcode = :part AND NOT is_common))
  AND call_edge.kind IN ('direct', 'macro', 'pointer')
  AND NOT (call_edge.kind = 'macro' AND instr(coalesce(callee.signature, ''), '(') = 0
           AND callee_id NOT IN (SELECT macro_id FROM carries))
GROUP BY callee.name
ORDER BY min(call_edge.line), callee.name
