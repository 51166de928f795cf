-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source. constant is
-- 1 for the use of a constant (constant_use of the schema), else NULL. part is the opcode that holds the call, if not most
-- of them may come there. What an opcode calls is what its function calls in that part (index.h says who binds :caller and
-- :part).
WITH mine AS MATERIALIZED (
    SELECT DISTINCT site, callee_id, callee, kind, via, macro, file, line, col, callee_file,
           CASE WHEN NOT is_common THEN part END AS part
    FROM calls
    WHERE caller_id = CAST(:caller AS INTEGER) AND (:part IS NULL OR part = :part AND NOT is_common))
SELECT callee, mine.kind, via, macro, mine.file, mine.line, mine.col, callee_file, symbol.line AS callee_line,
       nullif(mine.kind = 'macro' AND callee_id IN (SELECT callee_id FROM constant_use
                                                    WHERE caller_id = CAST(:caller AS INTEGER)), 0) AS constant,
       nullif(part, :part) AS part
FROM mine JOIN symbol ON symbol.id = callee_id
ORDER BY mine.file, mine.line, mine.col, mine.kind = 'direct', callee, part;
