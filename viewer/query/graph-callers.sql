-- What calls :id, by kind: hand-written code first, and there what lies in the file of the symbol itself.
SELECT symbols.id, symbols.name, symbols.kind, symbols.file, symbols.line, symbols.generated, symbols.external,
       0 AS is_constant, -- a macro that uses this one says more than a value
       edge.kind AS edge, edge.via, edge.line AS at, edge.sites
FROM (SELECT caller_id, kind, via, min(line) AS line, count(*) AS sites
      FROM calls WHERE callee_id = CAST(:id AS INTEGER) GROUP BY caller_id, kind, via) AS edge
JOIN symbols ON symbols.id = edge.caller_id
ORDER BY symbols.generated, symbols.file IS NOT (SELECT file FROM symbols WHERE id = CAST(:id AS INTEGER)),
         symbols.file, symbols.line, symbols.name, symbols.id;
