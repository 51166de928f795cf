-- The functions (and macros) that call the symbol :id, once each, with the number of places and the first of them;
-- hand-written code first, then the symbol's own file.
SELECT caller AS name, group_concat(DISTINCT calls.kind) AS kind, count(*) AS sites, file, min(line) AS line
FROM calls JOIN files ON files.path = calls.file
WHERE callee_id = CAST(:id AS INTEGER)
GROUP BY caller_id
ORDER BY files.generated, file <> coalesce(callee_file, ''), file, min(line);
