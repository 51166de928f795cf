-- The key of the file :path.
SELECT id FROM file WHERE path = :path;
