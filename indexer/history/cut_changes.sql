-- Forgets what belongs to commits behind the first :kept.
DELETE FROM commit_change WHERE commit_id > :kept
