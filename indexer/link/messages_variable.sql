-- Whether the file has a variable of that name outside of functions.
SELECT 1 FROM symbol WHERE name = :name AND kind = 'variable' AND file_id = :file LIMIT 1;
