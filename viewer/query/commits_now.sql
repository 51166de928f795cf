-- Where the tree has :name, its definition first.
SELECT path AS file, line FROM symbol JOIN file ON file.id = file_id WHERE name = :name ORDER BY defined DESC LIMIT 1
