-- Forgets what belongs to commits behind the first :kept.
DELETE FROM commit_file WHERE commit_id > :kept
