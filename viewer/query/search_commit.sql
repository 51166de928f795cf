-- The commits whose hash is like :hash (GLOB), or that name the issue :issue.
-- scan: asked for by who has a hash or an issue alone
SELECT hash, date, subject FROM git_commit
WHERE hash GLOB :hash OR id IN (SELECT commit_id FROM commit_issue WHERE number = CAST(:issue AS INTEGER));
