-- How many symbols may be called :name.
SELECT count(*) AS count FROM symbol WHERE name = :name OR spelled = :name
