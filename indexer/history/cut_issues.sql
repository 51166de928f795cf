-- Forgets what belongs to commits behind the first :kept.
DELETE FROM commit_issue WHERE commit_id > :kept
