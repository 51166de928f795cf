-- What calls the group that has the negative id :id; columns as in path_callees.sql.
SELECT caller_id AS id, NULL AS kind, NULL AS via, carrier.name AS macro, 0 AS unseen
FROM call_group
JOIN indirect_call ON indirect_call.site = call_group.site
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
WHERE group_id = -:id
UNION ALL
SELECT caller_id, NULL, NULL, NULL, 0
FROM call_group JOIN direct_call ON direct_call.site = call_group.site
WHERE group_id = -:id;
