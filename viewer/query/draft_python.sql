-- What Python calls the function :function, the shortest name.
WITH wanted AS MATERIALIZED (SELECT id FROM symbol WHERE name = :function AND kind = 'function'),
     found AS (SELECT name FROM python_names WHERE function_id IN (SELECT id FROM wanted)
               UNION
               SELECT name FROM python_names WHERE impl_id IN (SELECT id FROM wanted))
SELECT name FROM found ORDER BY length(name), name LIMIT 1;
