-- What :id calls, by kind, in the order of the call lines: a picture follows the page. is_constant: as in callees.sql.
WITH mine AS MATERIALIZED (SELECT * FROM calls WHERE caller_id = CAST(:id AS INTEGER)),
     edge AS (SELECT callee_id, kind, via, min(line) AS line, min(line * 1000 + min(col, 999)) AS place,
                     count(*) AS sites
              FROM mine GROUP BY callee_id, kind, via)
SELECT symbols.id, symbols.name, symbols.kind, symbols.file, symbols.line, symbols.generated, symbols.external,
       edge.kind = 'macro' AND instr(coalesce(symbols.signature, ''), '(') = 0
       AND symbols.name NOT IN (SELECT macro FROM mine WHERE macro IS NOT NULL) AS is_constant,
       edge.kind AS edge, edge.via, edge.line AS at, edge.sites
FROM edge JOIN symbols ON symbols.id = edge.callee_id
ORDER BY edge.place, symbols.name, symbols.id;
