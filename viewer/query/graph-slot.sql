-- How many functions the symbol :id can reach by the slot or pointer :via. Nearly always its calls by it share one group, whose
-- number is stored; of several groups, which may share functions, the functions are counted.
WITH reached AS (
    SELECT DISTINCT group_place.group_id, place_id, functions
    FROM (SELECT site FROM indirect_call WHERE caller_id = CAST(:id AS INTEGER)
          UNION ALL
          SELECT site FROM direct_call WHERE caller_id = CAST(:id AS INTEGER)) AS call
    CROSS JOIN call_group ON call_group.site = call.site
    CROSS JOIN stored_place ON kind = :kind AND via = :via
    CROSS JOIN group_place ON group_place.group_id = call_group.group_id AND place_id = stored_place.id)
SELECT CASE count(*)
           WHEN 1 THEN max(functions)
           ELSE (SELECT count(DISTINCT function_id) FROM reached CROSS JOIN candidate USING (group_id, place_id))
       END AS functions
FROM reached;
