-- The commits that touched what is called :name, newest first, back through the names and files that it had before; only in
-- the file :file, if that is not ''. With :opcode '1' an opcode is meant, else anything but one. share is what part of
-- the commit's hand-written lines it was.
WITH RECURSIVE trail (name, path, until) AS (
    SELECT :name, NULLIF(:file, ''), 1 << 40
    UNION
    SELECT substr(was, instr(was, ':') + 1), substr(was, 1, instr(was, ':') - 1), commit_change.commit_id
    FROM trail
    JOIN commit_change ON commit_change.name = trail.name AND commit_change.commit_id <= until
    JOIN commit_file ON commit_file.commit_id = commit_change.commit_id AND commit_file.ordinal = commit_change.file
    WHERE (trail.path IS NULL OR commit_file.path = trail.path) AND (commit_change.kind = 'opcode') = (:opcode = '1')
), row AS (
    SELECT DISTINCT commit_change.*, commit_file.path, generated
    FROM trail
    JOIN commit_change ON commit_change.name = trail.name AND commit_change.commit_id <= until
    JOIN commit_file ON commit_file.commit_id = commit_change.commit_id AND commit_file.ordinal = commit_change.file
    WHERE (trail.path IS NULL OR commit_file.path = trail.path) AND (commit_change.kind = 'opcode') = (:opcode = '1')
)
SELECT substr(hash, 1, 10) AS "commit", substr(date, 1, 10) AS date, change, '+' || row.lines_added AS added,
       '-' || row.lines_removed AS removed,
       CASE WHEN NOT row.generated THEN
           CAST(round(100.0 * (row.lines_added + row.lines_removed) /
                max(1, (SELECT sum(lines_added + lines_removed) FROM commit_file
                        WHERE commit_id = row.commit_id AND NOT generated AND NOT test))) AS INTEGER) || ' %' END AS share,
       CASE WHEN tracker = 'bpo' THEN 'bpo-' WHEN tracker = 'gh' THEN 'gh-' END || number AS issue, subject, NULLIF(row.name, :name) AS named, row.path AS file, was
FROM row
JOIN git_commit ON git_commit.id = row.commit_id
LEFT JOIN commit_issue ON commit_issue.commit_id = git_commit.id AND commit_issue.ordinal = 1
ORDER BY row.commit_id DESC, row.file, row.ordinal
