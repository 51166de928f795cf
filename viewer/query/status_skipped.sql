-- Why files were left out, and how many for each reason.
SELECT skipped_because AS because, count(*) AS files FROM files
WHERE skipped_because IS NOT NULL
GROUP BY skipped_because
ORDER BY files DESC, because;
