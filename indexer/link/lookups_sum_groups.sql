-- The sums of the groups from :first on: each has one place.
INSERT INTO candidate_group
SELECT group_id, functions, via FROM group_place JOIN stored_place ON stored_place.id = place_id
WHERE group_id >= CAST(:first AS INTEGER);
