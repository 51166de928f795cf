-- What the commit :id touched and is called :name.
SELECT name FROM commit_change WHERE commit_id = CAST(:id AS INTEGER) AND name = :name LIMIT 1;
