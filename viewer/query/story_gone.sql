-- The newest commit that took :name out; no row: none did.
SELECT substr(git_commit.hash, 1, 10) AS removed_by
FROM commit_change JOIN git_commit ON git_commit.id = commit_id
WHERE name = :name AND change = 'removed'
ORDER BY commit_id DESC LIMIT 1;
