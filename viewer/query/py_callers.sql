-- The calls of :id by name, as far as :most.
SELECT count(*) FROM (SELECT 1 FROM direct_call WHERE callee_id = :id LIMIT :most);
