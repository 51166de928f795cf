-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source. Without
-- :all the uses of constants are left out: macros without parameters that carry no call here.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER))
SELECT callee, mine.kind, via, macro, mine.file, mine.line, callee_file, symbol.line AS callee_line
FROM mine JOIN symbol ON symbol.id = callee_id
WHERE CAST(:all AS INTEGER)
   OR mine.kind <> 'macro'
   OR instr(coalesce(signature, ''), '(') > 0
   OR callee IN (SELECT macro FROM mine)
ORDER BY mine.file, mine.line, mine.col, mine.kind = 'direct', callee;
