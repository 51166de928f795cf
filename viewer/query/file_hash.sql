-- The hash that a file had when it was indexed (as of git hash-object); no row for a file that is not in the index.
SELECT hash FROM files WHERE path = :path;
