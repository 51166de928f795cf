-- The functions that are called so.
SELECT id FROM symbol WHERE name = :name AND kind = 'function' ORDER BY id;
