-- One row for each place where the symbol :id may be called from, hand-written code first. For a macro: where it is used.
SELECT caller, calls.kind, via, macro, file, line, col, part
FROM calls JOIN files ON files.path = calls.file
WHERE callee_id = CAST(:id AS INTEGER)
ORDER BY files.generated, file, line, col, site;
