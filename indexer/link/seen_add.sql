-- Marks one pair, if it is a call.
INSERT INTO seen (caller_id, callee_id, count)
SELECT :caller, :callee, :count
WHERE EXISTS (SELECT 1 FROM calls WHERE caller_id = :caller AND callee_id = :callee AND kind <> 'macro')
