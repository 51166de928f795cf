-- Functions that a commit of a story took out and the tree has no more.
-- scan: a story has a few hundred rows
SELECT DISTINCT change.name AS function, substr(git_commit.hash, 1, 10) AS "commit", substr(git_commit.date, 1, 10) AS date,
       subject, path AS file
FROM story_commit
JOIN git_commit ON git_commit.hash = story_commit.hash
JOIN commit_change AS change ON change.commit_id = git_commit.id
JOIN commit_file ON commit_file.commit_id = git_commit.id AND commit_file.ordinal = change.file
WHERE change.change = 'removed' AND change.kind = 'function' AND NOT generated AND NOT test
  AND NOT EXISTS (SELECT 1 FROM symbol WHERE symbol.name = change.name)
ORDER BY git_commit.id, change.name;
