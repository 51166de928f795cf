-- The functions that the function :id hands to others, which may call them: sqrt to math_1.
SELECT given.name, taker.name AS taker
FROM flow JOIN symbol AS given ON given.id = from_id JOIN symbol AS taker ON taker.id = to_id
WHERE in_id = CAST(:id AS INTEGER) AND to_kind = 5 AND from_kind = 1 -- a parameter; a function
GROUP BY given.id, taker.id
ORDER BY min(ordinal);
