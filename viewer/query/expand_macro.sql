-- The macros called :name, first that of the file :file which stands last above line :line.
SELECT file, line, end_line FROM symbols
WHERE name = :name AND kind = 'macro' AND line IS NOT NULL
ORDER BY file <> :file, line > CAST(:line AS INTEGER), line DESC
LIMIT 1;
