-- What a place is named after.
SELECT name, parent, file.path, signature FROM symbol LEFT JOIN file ON file.id = file_id WHERE symbol.id = :id
