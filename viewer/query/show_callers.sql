-- The functions (and macros, and opcodes) that call the symbol :id, once each, with the number of places and the first of
-- them; hand-written code first, then the symbol's own file. For an opcode: what uses it.
SELECT CASE WHEN NOT is_common THEN part ELSE caller END AS name, group_concat(DISTINCT calls.kind) AS kind,
       count(DISTINCT coalesce(site, -1 - line * 1000 - min(col, 999))) AS sites, file, min(line) AS line
FROM calls JOIN files ON files.path = calls.file
WHERE callee_id = CAST(:callee AS INTEGER) AND (:part IS NULL OR part IS NOT :part)
GROUP BY 1, caller_id
ORDER BY files.generated, file <> coalesce(callee_file, ''), file, min(line);
