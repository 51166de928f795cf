-- The function :name of the tree.
SELECT id FROM symbol WHERE name = :name AND kind = 'function' ORDER BY defined DESC, id LIMIT 1
