-- The symbols whose lines hold line :line of the files whose path is :file or ends in it; the innermost first.
-- CROSS JOIN keeps the order: the few files first, then their symbols by place.
SELECT * FROM symbols
WHERE id IN (SELECT symbol.id
             FROM file CROSS JOIN symbol ON symbol.file_id = file.id
             WHERE (path = :file OR substr(path, -length(:file) - 1) = '/' || :file)
               AND line <= CAST(:line AS INTEGER) AND end_line >= CAST(:line AS INTEGER))
ORDER BY end_line - line, file, line;
