-- The function of the file :file_id whose lines hold line :line, or the first #include of the file :included_id.
WITH place AS (SELECT coalesce(min(line), CAST(:line AS INTEGER)) AS line FROM inclusion
               WHERE file_id = :file_id AND included_id = :included_id)
SELECT symbol.id, symbol.name, symbol.line, symbol.end_line
FROM place JOIN symbol ON symbol.file_id = :file_id AND symbol.line <= place.line AND symbol.end_line >= place.line
WHERE symbol.kind = 'function' AND symbol.defined = 1;
