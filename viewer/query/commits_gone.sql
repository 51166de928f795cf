-- What became of :name, which the tree has no more: the commit that took it out, the newest; what that made of it, where that
-- can be told, and in which file.
SELECT substr(hash, 1, 10) AS "commit", substr(git_commit.date, 1, 10) AS date, old_file.path AS file, new.name AS became, new_file.path AS became_file
FROM commit_change AS old
JOIN git_commit ON git_commit.id = old.commit_id
JOIN commit_file AS old_file ON old_file.commit_id = old.commit_id AND old_file.ordinal = old.file
LEFT JOIN commit_change AS new ON new.was = old_file.path || ':' || old.name AND new.commit_id = old.commit_id
LEFT JOIN commit_file AS new_file ON new_file.commit_id = new.commit_id AND new_file.ordinal = new.file
WHERE old.name = :name AND old.change = 'removed'
ORDER BY old.commit_id DESC
LIMIT 1
