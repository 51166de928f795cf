-- The path of the file :id.
SELECT path FROM file WHERE id = :id
