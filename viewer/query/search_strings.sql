-- The string literals with :pattern (LIKE) in them; name is the function, macro or variable that holds them. Not those that
-- a __FILE__ has become. Reads all literals: they are few, and not in the index of words.
SELECT symbol.name, string_literal.text, file.path AS file, string_literal.line, file.generated
FROM string_literal
JOIN file ON file.id = string_literal.file_id
LEFT JOIN symbol ON symbol.id = in_id
WHERE text LIKE :pattern ESCAPE '\' AND text <> '"' || file.path || '"'
ORDER BY file.path, string_literal.line;
