-- The files that the file :id includes, in the order of its lines.
SELECT file.id, file.path AS name, file.kind, file.path AS file, NULL AS line, file.generated, 0 AS external,
       0 AS is_constant, 'include' AS edge, NULL AS via, min(inclusion.line) AS at, count(*) AS sites
FROM inclusion JOIN file ON file.id = included_id
WHERE file_id = CAST(:id AS INTEGER)
GROUP BY file.id
ORDER BY at, file.path;
