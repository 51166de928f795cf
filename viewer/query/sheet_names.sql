-- What the lines :first to :last of :file name: functions, and macros with parameters, each with its place and the line
-- that names it.
WITH here AS (SELECT id << 20 AS first FROM file WHERE path = :file),
     used AS (SELECT callee_id AS id, line FROM direct_call
              WHERE site BETWEEN (SELECT first FROM here) AND (SELECT first + 1048575 FROM here)
                AND line BETWEEN CAST(:first AS INTEGER) AND CAST(:last AS INTEGER)
              UNION
              SELECT symbol_id, line FROM reference
              WHERE id BETWEEN (SELECT first FROM here) AND (SELECT first + 1048575 FROM here)
                AND kind IN (1, 4) -- expand, address
                AND line BETWEEN CAST(:first AS INTEGER) AND CAST(:last AS INTEGER))
SELECT symbol.name, symbol.kind, path AS file, symbol.line, used.line AS used
FROM used
JOIN symbol ON symbol.id = used.id
JOIN file ON file.id = symbol.file_id
WHERE symbol.kind = 'function' OR symbol.kind = 'macro' AND instr(coalesce(signature, ''), '(') > 0
ORDER BY symbol.name, file.path, symbol.line, used.line;
