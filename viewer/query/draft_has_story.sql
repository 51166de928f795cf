-- Whether there is a story, and history to go with it.
-- scan: each stops at its first row
SELECT EXISTS (SELECT 1 FROM stories) AND EXISTS (SELECT 1 FROM git_commit) AS has_story;
