-- Forgets what was taken in before.
DELETE FROM seen
