-- The files of the tree that :file names, by their whole path or its end. scan: there are some hundreds.
SELECT id, path AS name, kind, path AS file, NULL AS line, generated FROM file
WHERE path = :file OR substr(path, -length(:file) - 1) = '/' || :file
ORDER BY path <> :file, path;
