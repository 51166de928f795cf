-- How many pairs are marked, several declarations of a function being one.
SELECT count(*) FROM (
    SELECT DISTINCT caller.name, caller.file_id, callee.name, callee.file_id
    FROM seen JOIN symbol AS caller ON caller.id = caller_id JOIN symbol AS callee ON callee.id = callee_id)
