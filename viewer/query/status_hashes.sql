-- What every file of the tree was when it was indexed.
SELECT path, hash FROM files WHERE hash IS NOT NULL ORDER BY path;
