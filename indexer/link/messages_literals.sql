-- The literals of the lines :line … :end_line of a file, also those that macros bring there.
SELECT line, col, text FROM string_literal
WHERE file_id = :file AND line BETWEEN CAST(:line AS INTEGER) AND CAST(:end_line AS INTEGER)
ORDER BY line, col;
