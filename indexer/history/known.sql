-- The commits that the index holds, oldest first. scan: all of them are wanted.
SELECT hash FROM git_commit ORDER BY id
