-- Whether a recorded run was taken in.
SELECT EXISTS (SELECT 1 FROM seen WHERE caller_id > 0) AS recorded;
