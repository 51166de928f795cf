-- The record of the objects of the type that the variable :id is: what its functions take first, with the size that it says.
WITH taken (name) AS (
    SELECT trim(substr(rest, 1, instr(rest, '*') - 1))
    FROM (SELECT substr(signature, instr(signature, '(') + 1) AS rest
          FROM python_name JOIN symbol ON symbol.id = coalesce(impl_id, function_id)
          WHERE owner_id = CAST(:id AS INTEGER)
          UNION ALL
          SELECT substr(signature, instr(signature, '(') + 1)
          FROM cell JOIN symbol ON symbol.id = symbol_id AND symbol.kind = 'function'
          WHERE variable_id = CAST(:id AS INTEGER)))
SELECT record.id, record.name
FROM taken JOIN symbol AS record ON record.name = taken.name AND record.kind = 'struct'
WHERE record.name <> 'PyObject' AND (:size IS NULL OR record.bits = 8 * :size)
GROUP BY record.id
ORDER BY count(*) DESC, record.name LIMIT 1;
