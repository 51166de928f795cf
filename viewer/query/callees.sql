-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source. constant is
-- 1 for the use of a constant: a macro without parameters that carries no call here (the same rule in
-- show_callees.sql and graph-callees.sql); else NULL.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER))
SELECT callee, mine.kind, via, macro, mine.file, mine.line, mine.col, callee_file, symbol.line AS callee_line,
       nullif(mine.kind = 'macro' AND instr(coalesce(signature, ''), '(') = 0
              AND callee NOT IN (SELECT macro FROM mine WHERE macro IS NOT NULL), 0) AS constant
FROM mine JOIN symbol ON symbol.id = callee_id
ORDER BY mine.file, mine.line, mine.col, mine.kind = 'direct', callee;
