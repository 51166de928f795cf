-- Every function of the tree, and the file that holds its text.
SELECT symbol.id, symbol.name, file.path FROM symbol JOIN file ON file.id = symbol.file_id
WHERE symbol.kind = 'function'
