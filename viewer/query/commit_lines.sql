-- How many lines the commit :id added and removed by hand, in C files, and in all of them.
SELECT count(*) AS files, coalesce(sum(lines_added), 0) AS added, coalesce(sum(lines_removed), 0) AS removed,
       coalesce(sum(NOT generated AND NOT test), 0) AS by_hand,
       coalesce(sum(CASE WHEN NOT generated AND NOT test THEN lines_added END), 0) AS by_hand_added,
       coalesce(sum(CASE WHEN NOT generated AND NOT test THEN lines_removed END), 0) AS by_hand_removed
FROM commit_file
WHERE commit_id = CAST(:id AS INTEGER)
