-- The stories in the index.
-- scan: a few hundred rows in all
SELECT DISTINCT story FROM story_commit ORDER BY story;
