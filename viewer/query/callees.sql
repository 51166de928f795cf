-- One row for each call in the symbol :id, in the order of the lines: the answer is read beside the source.
-- :constants says whether the uses of constants (macros without parameters that carry no call here; the same rule in
-- show_callees.sql and graph-callees.sql) are there: 'with', 'without', or 'alone'.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER)),
     known AS (SELECT mine.*, symbol.line AS callee_line,
                      mine.kind = 'macro' AND instr(coalesce(signature, ''), '(') = 0
                      AND callee NOT IN (SELECT macro FROM mine WHERE macro IS NOT NULL) AS is_constant
               FROM mine JOIN symbol ON symbol.id = callee_id)
SELECT callee, kind, via, macro, file, line, col, callee_file, callee_line
FROM known
WHERE :constants = 'with' OR is_constant = (:constants = 'alone')
ORDER BY file, line, col, kind = 'direct', callee;
