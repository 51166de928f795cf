-- Marks what was marked in the index `old`, of functions that both have.
WITH same (id) AS MATERIALIZED (
    SELECT now.id FROM main.symbol AS now JOIN old.symbol AS was ON was.id = now.id
    WHERE now.kind = 'function' AND was.kind = 'function' AND was.name = now.name)
INSERT INTO main.seen (caller_id, callee_id, count)
SELECT caller_id, callee_id, count FROM old.seen
WHERE caller_id IN (SELECT id FROM same) AND callee_id IN (SELECT id FROM same)
