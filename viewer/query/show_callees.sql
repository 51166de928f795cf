-- The functions (and macros) that the symbol :id calls, once each, in the order of their first call; without the
-- constants that callees.sql leaves out: it has the rule, and says what an opcode calls.
WITH mine AS MATERIALIZED (
    SELECT DISTINCT site, callee_id, callee, kind, macro, file, line, col
    FROM calls
    WHERE caller_id = CAST(:caller AS INTEGER) AND (:part IS NULL OR part = :part AND NOT is_common))
SELECT callee AS name, group_concat(DISTINCT mine.kind) AS kind, count(*) AS sites, mine.file, min(mine.line) AS line
FROM mine JOIN symbol ON symbol.id = callee_id
WHERE mine.kind <> 'macro'
   OR instr(coalesce(signature, ''), '(') > 0
   OR callee IN (SELECT macro FROM mine)
GROUP BY callee_id
ORDER BY min(mine.line * 1000 + min(mine.col, 999)), callee;
