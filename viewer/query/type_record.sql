-- The struct or union called :name; the one that is defined.
SELECT id FROM symbol WHERE name = :name AND kind IN ('struct', 'union') ORDER BY defined DESC, id LIMIT 1;
