-- A row if :caller calls :callee.
SELECT 1 FROM calls WHERE caller = :caller AND callee = :callee LIMIT 1;
