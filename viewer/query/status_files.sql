-- The files by kind: how many were read, with errors in them, and left out.
SELECT kind, sum(parsed) AS read, sum(errors > 0) AS with_errors, sum(skipped_because IS NOT NULL) AS left_out,
       sum(lines) AS lines
FROM files
GROUP BY kind
ORDER BY read DESC, kind;
