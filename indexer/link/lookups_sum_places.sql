-- How many functions each of the groups from :first on has under its name.
INSERT INTO group_place
SELECT group_id, place_id, count(*), CASE count(*) WHEN 1 THEN min(function_id) END
FROM candidate WHERE group_id >= CAST(:first AS INTEGER) GROUP BY group_id, place_id;
