-- A row if a commit touched anything that is called :name.
SELECT 1 FROM commit_change WHERE name = :name LIMIT 1;
