-- The call sites by kind.
-- scan: it counts them all
SELECT 'direct' AS kind, count(*) AS sites FROM direct_call
UNION ALL
SELECT 'macro', count(*) FROM reference WHERE kind = 'expand' AND in_id IS NOT NULL;
