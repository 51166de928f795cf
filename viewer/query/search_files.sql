-- The files with :pattern (LIKE) in their paths.
SELECT path, kind, generated, lines FROM files WHERE path LIKE :pattern ESCAPE '\' ORDER BY path;
