-- The commits of stories that changed what is written as :name in hand-written code, the newest first: in :file, or in a
-- file that has none of that name any more.
SELECT DISTINCT story, issue, substr(git_commit.hash, 1, 10) AS "commit", title, claim
FROM commit_change
JOIN git_commit ON git_commit.id = commit_change.commit_id
JOIN commit_file ON commit_file.commit_id = commit_change.commit_id AND commit_file.ordinal = commit_change.file
JOIN story_commit ON story_commit.hash = git_commit.hash
WHERE name = :name AND change <> 'comment' AND NOT generated
  AND (path = :file OR NOT EXISTS (SELECT 1 FROM file JOIN symbol ON symbol.file_id = file.id
                                   WHERE file.path = commit_file.path AND symbol.name = :name))
ORDER BY git_commit.id DESC;
