-- What :id calls, by kind, in the order of the call lines: a picture follows the page. is_constant: of constant_use.
-- What an opcode calls: as in callees.sql; an opcode's stack macros (TOP, PUSH) say as little as constants.
WITH mine AS MATERIALIZED (
    SELECT DISTINCT site, callee_id, kind, via, macro, file, line, col
    FROM calls
    WHERE caller_id = CAST(:caller AS INTEGER) AND (:part IS NULL OR part = :part AND NOT is_common)),
     edge AS (SELECT callee_id, kind, via, min(line) AS line, min(line * 1000 + min(col, 999)) AS place,
                     count(*) AS sites
              FROM mine GROUP BY callee_id, kind, via)
SELECT symbols.id, symbols.name, symbols.kind, symbols.file, symbols.line, symbols.generated, symbols.external,
       edge.kind = 'macro' AND (callee_id IN (SELECT callee_id FROM constant_use
                                              WHERE caller_id = CAST(:caller AS INTEGER))
                                OR :part IS NOT NULL AND symbols.file GLOB 'Python/ceval*') AS is_constant,
       edge.kind AS edge, edge.via, edge.line AS at, edge.sites
FROM edge JOIN symbols ON symbols.id = edge.callee_id
ORDER BY edge.place, symbols.name, symbols.id;
