-- The C files of the commit :id that were changed by hand, those with most lines first.
SELECT path, lines_added, lines_removed FROM commit_file
WHERE commit_id = CAST(:id AS INTEGER) AND NOT generated AND NOT test
ORDER BY lines_added + lines_removed DESC, path;
