-- The files that include the file :id, hand-written ones first. scan: there are some thousand inclusions in all.
SELECT file.id, file.path AS name, file.kind, file.path AS file, NULL AS line, file.generated, 0 AS external,
       0 AS is_constant, 'include' AS edge, NULL AS via, min(inclusion.line) AS at, count(*) AS sites
FROM inclusion JOIN file ON file.id = file_id
WHERE included_id = CAST(:id AS INTEGER)
GROUP BY file.id
ORDER BY file.generated, file.path;
