-- The issues that the commit :id names.
SELECT tracker, number FROM commit_issue WHERE commit_id = CAST(:id AS INTEGER) ORDER BY ordinal
