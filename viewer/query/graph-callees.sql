-- What :id calls, by kind, in the order of the call lines: a picture follows the page.
SELECT symbols.id, symbols.name, symbols.kind, symbols.file, symbols.line, symbols.generated, symbols.external,
       symbols.kind = 'macro' AND instr(coalesce(symbols.signature, ''), symbols.name || '(') = 0 AS object_like,
       edge.kind AS edge, edge.via, edge.line AS at, edge.sites
FROM (SELECT callee_id, kind, via, min(line) AS line, min(line * 1000 + min(col, 999)) AS place, count(*) AS sites
      FROM calls WHERE caller_id = CAST(:id AS INTEGER) GROUP BY callee_id, kind, via) AS edge
JOIN symbols ON symbols.id = edge.callee_id
ORDER BY edge.place, symbols.name, symbols.id;
