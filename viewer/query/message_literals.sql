-- The string literals in functions that have :word or :other in them (LIKE), each where it stands.
-- scan: a text with holes can be found by nothing but looking at it; asked only where no error says so
SELECT string_literal.text, symbol.name AS function, in_id AS function_id, path AS file, string_literal.line
FROM string_literal CROSS JOIN symbol ON symbol.id = in_id AND symbol.kind = 'function'
CROSS JOIN file ON file.id = string_literal.file_id
WHERE string_literal.text LIKE :word OR string_literal.text LIKE :other;
