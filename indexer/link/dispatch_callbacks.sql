-- Functions that are handed to the C library or another one, which calls them: qsort(base, count, size, compare).
-- `part` is the number of the parameter; what stands for "..." is printed or the like, and not called.
SELECT direct_call.site, direct_call.caller_id, callee.id AS callee, to_part AS part, from_kind, from_id, from_part,
       own_shape, cast_shape, to_shape
FROM flow
JOIN symbol AS callee ON callee.id = to_id AND callee.external
JOIN direct_call ON direct_call.caller_id = in_id AND direct_call.callee_id = callee.id
WHERE to_kind = 5 AND to_part < 255 AND to_shape IS NOT NULL -- parameter
ORDER BY direct_call.site, in_id, ordinal
