-- The call sites by kind (reference.kind 1 is expand).
-- scan: it counts them all
SELECT 'direct' AS kind, count(*) AS sites FROM direct_call
UNION ALL
SELECT 'macro', count(*) FROM reference WHERE kind = 1 AND in_id <> 0;
