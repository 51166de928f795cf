-- The commits of stories that changed :name, or what is spelled so, in hand-written code, the newest first.
SELECT DISTINCT story, issue, substr(git_commit.hash, 1, 10) AS "commit", title, title_ko, claim, under
FROM commit_change
JOIN git_commit ON git_commit.id = commit_id
JOIN commit_file ON commit_file.commit_id = commit_change.commit_id AND commit_file.ordinal = commit_change.file
JOIN story_commit ON story_commit.hash = git_commit.hash
WHERE name = :name AND change <> 'comment' AND NOT generated
ORDER BY git_commit.id DESC;
