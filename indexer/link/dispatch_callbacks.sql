-- Functions that are handed to the C library or another one, which calls them: qsort(base, count, size, compare).
-- `part` is the number of the parameter; what stands for "..." is printed or the like, and not called. What flows is known of
-- the caller as a whole: of several calls in it that one is meant behind which the function is named, before the next.
SELECT direct_call.site, direct_call.caller_id, callee.id AS callee, to_part AS part, from_kind, from_id, from_part,
       own_shape, cast_shape, to_shape
FROM flow
JOIN symbol AS callee ON callee.id = to_id AND callee.external
JOIN direct_call ON direct_call.caller_id = in_id AND direct_call.callee_id = callee.id
WHERE to_kind = 5 AND to_part < 255 AND to_shape IS NOT NULL -- parameter
  AND (from_kind <> 1 -- function
       OR NOT EXISTS (SELECT 1 FROM direct_call AS other
                      WHERE other.caller_id = in_id AND other.callee_id = callee.id AND other.site <> direct_call.site)
       OR EXISTS (SELECT 1 FROM reference AS named
                  WHERE named.symbol_id = from_id AND named.in_id = flow.in_id AND named.kind = 4 -- address
                    AND (named.line, named.col) >= (direct_call.line, direct_call.col)
                    AND NOT EXISTS (SELECT 1 FROM direct_call AS next
                                    WHERE next.caller_id = flow.in_id AND next.callee_id = callee.id
                                      AND (next.line, next.col) > (direct_call.line, direct_call.col)
                                      AND (next.line, next.col) <= (named.line, named.col))))
ORDER BY direct_call.site, in_id, ordinal
