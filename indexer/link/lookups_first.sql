-- The numbers behind those of the groups and the places.
SELECT (SELECT coalesce(max(group_id), 0) + 1 FROM candidate), (SELECT coalesce(max(id), 0) + 1 FROM stored_place);
