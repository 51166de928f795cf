-- How often the symbol :id is named, by kind; a record also by its typedef.
SELECT kind, sum(places) AS places
FROM (SELECT reference_kind.name AS kind, count(*) AS places
      FROM reference JOIN reference_kind ON reference_kind.id = reference.kind
      WHERE symbol_id IN (CAST(:callee AS INTEGER), (
          SELECT type.id
          FROM symbol AS record
          JOIN symbol AS type ON type.name = record.name AND type.kind = 'typedef' AND type.file_id = record.file_id
          WHERE record.id = CAST(:callee AS INTEGER) AND record.kind IN ('struct', 'union', 'enum')))
      GROUP BY reference_kind.id
      UNION ALL
      SELECT 'expand', json_array_length(places) FROM expansion WHERE symbol_id = CAST(:callee AS INTEGER))
GROUP BY kind
UNION ALL
SELECT 'call', count(*) FROM direct_call WHERE callee_id = CAST(:callee AS INTEGER) HAVING count(*) > 0
ORDER BY kind;
