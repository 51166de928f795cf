-- The fields whose type is a typedef, as they say it: "freefunc tp_free".
SELECT id FROM symbol
WHERE kind = 'field' AND signature > :type || ' ' AND signature < :type || '!' AND signature = :type || ' ' || name
ORDER BY id
