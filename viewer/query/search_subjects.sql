-- The commits with :pattern (LIKE) in their subjects.
-- scan: subjects are not in the index of words
SELECT hash, date, subject FROM git_commit WHERE subject LIKE :pattern ESCAPE '\' ORDER BY id DESC;
