-- How many functions the symbol :id can reach by the slot or pointer :via.
SELECT count(DISTINCT function_id) AS functions
FROM (SELECT site FROM indirect_call WHERE caller_id = CAST(:id AS INTEGER)
      UNION ALL
      SELECT site FROM direct_call WHERE caller_id = CAST(:id AS INTEGER)) AS call
CROSS JOIN call_group ON call_group.site = call.site
CROSS JOIN stored_place ON kind = :kind AND via = :via
CROSS JOIN candidate ON candidate.group_id = call_group.group_id AND candidate.place_id = stored_place.id;
