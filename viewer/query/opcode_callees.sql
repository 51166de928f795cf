-- What the opcode of the symbol :id calls, in the order of the lines: what a field or a variable leads to as one row, with
-- the number of functions. Constants, and the macros of the loop itself (TOP, PUSH, DISPATCH), are left out.
WITH mine AS MATERIALIZED (
    SELECT DISTINCT site, callee_id, callee, callee_file, kind, via, file, line, col
    FROM calls
    WHERE caller_id = CAST(:caller AS INTEGER) AND part = :part AND NOT is_common)
SELECT CASE WHEN count(DISTINCT callee_id) = 1 THEN callee ELSE via END AS name, kind,
       nullif(count(DISTINCT callee_id), 1) AS functions,
       count(DISTINCT coalesce(site, -1 - line * 1000 - col)) AS sites, file, min(line) AS line
FROM mine
WHERE kind <> 'macro'
   OR NOT callee_file GLOB 'Python/ceval*'
      AND callee_id NOT IN (SELECT callee_id FROM constant_use WHERE caller_id = CAST(:caller AS INTEGER))
GROUP BY coalesce(via, callee_id), kind
ORDER BY min(line * 1000 + min(col, 999)), name;
