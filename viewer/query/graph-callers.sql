-- What calls :id, by kind: hand-written code first, and there what lies in the file of the symbol itself. A call in the
-- eval loop comes from the opcode that holds it, if not most of them may come there.
SELECT symbols.id, symbols.name, symbols.kind, symbols.file, symbols.line, symbols.generated, symbols.external,
       0 AS is_constant, -- a macro that uses this one says more than a value
       edge.kind AS edge, edge.via, edge.line AS at, edge.sites
FROM (SELECT coalesce(opcode.symbol_id, caller_id) AS caller_id, calls.kind, via, min(calls.line) AS line,
             count(DISTINCT coalesce(site, -1 - calls.line * 1000 - min(col, 999))) AS sites
      FROM calls LEFT JOIN opcode ON opcode.name = part AND NOT is_common
      WHERE callee_id = CAST(:callee AS INTEGER) AND (:part IS NULL OR part IS NOT :part)
      GROUP BY 1, calls.kind, via) AS edge
JOIN symbols ON symbols.id = edge.caller_id
ORDER BY symbols.generated, symbols.file IS NOT (SELECT file FROM symbols WHERE id = CAST(:callee AS INTEGER)),
         symbols.file, symbols.line, symbols.name, symbols.id;
