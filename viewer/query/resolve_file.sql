-- The files whose path is :file or ends in it.
SELECT path FROM files WHERE path = :file OR substr(path, -length(:file) - 1) = '/' || :file;
