-- Forgets what belongs to commits behind the first :kept.
DELETE FROM git_commit WHERE id > :kept
