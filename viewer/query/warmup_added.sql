-- The commits of the stories that added a function by hand.
-- scan: a story has a few hundred rows
SELECT DISTINCT git_commit.hash, substr(git_commit.date, 1, 10) AS date, subject
FROM story_commit
JOIN git_commit ON git_commit.hash = story_commit.hash
JOIN commit_change AS change ON change.commit_id = git_commit.id
JOIN commit_file ON commit_file.commit_id = git_commit.id AND commit_file.ordinal = change.file
WHERE change.change = 'added' AND change.kind = 'function' AND NOT generated AND NOT test
ORDER BY git_commit.id;
