-- How many functions the symbol :id can reach by the slot or pointer :via.
SELECT count(DISTINCT callee_id) AS functions FROM calls
WHERE caller_id = CAST(:id AS INTEGER) AND kind = :kind AND via = :via;
