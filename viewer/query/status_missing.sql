-- The files that were read without headers that this machine lacks, with the packages that have them.
SELECT path AS file, missing AS missing_headers FROM files WHERE missing IS NOT NULL ORDER BY path;
