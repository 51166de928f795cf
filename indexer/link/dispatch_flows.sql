-- How function pointers travel, as the crawl found it; the numbers are those of flow_place.
SELECT to_kind, to_id, to_part, from_kind, from_id, from_part, to_shape, own_shape, cast_shape
FROM flow ORDER BY in_id, ordinal
