-- The functions of the group that has the negative id :id; columns as in path_callees.sql.
SELECT function_id AS id, kind, via, NULL AS macro,
       EXISTS (SELECT 1 FROM seen WHERE caller_id > 0)
       AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.callee_id = function_id) AS unseen
FROM candidate JOIN stored_place ON stored_place.id = place_id
WHERE group_id = -:id;
