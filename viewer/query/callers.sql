-- One row for each place where the symbol :id may be called from, hand-written code first; for a macro or an opcode:
-- where it is used. part is the opcode that holds the call, if not most of them may come there.
SELECT caller, kind, via, macro, file, line, col, part
FROM (SELECT DISTINCT site, caller, calls.kind, via, macro, file, line, col,
             CASE WHEN NOT is_common THEN part END AS part, files.generated
      FROM calls JOIN files ON files.path = calls.file
      WHERE callee_id = CAST(:callee AS INTEGER) AND (:part IS NULL OR part IS NOT :part))
ORDER BY generated, file, line, col, site, part;
