-- What callees.sql leaves out without :all, with the number of uses.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER))
SELECT callee AS name, count(*) AS uses
FROM mine JOIN symbol ON symbol.id = callee_id
WHERE mine.kind = 'macro'
  AND instr(coalesce(signature, ''), '(') = 0
  AND callee NOT IN (SELECT macro FROM mine WHERE macro IS NOT NULL)
GROUP BY callee
ORDER BY callee;
