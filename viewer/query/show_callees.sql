-- The functions (and macros) that the symbol :id calls, once each, in the order of their first call; without the
-- constants that callees.sql leaves out: it has the rule.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER))
SELECT callee AS name, group_concat(DISTINCT mine.kind) AS kind, count(*) AS sites, mine.file, min(mine.line) AS line
FROM mine JOIN symbol ON symbol.id = callee_id
WHERE mine.kind <> 'macro'
   OR instr(coalesce(signature, ''), '(') > 0
   OR callee IN (SELECT macro FROM mine)
GROUP BY callee_id
ORDER BY min(mine.line * 1000 + min(mine.col, 999)), callee;
