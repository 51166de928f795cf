-- The calls through a pointer.
SELECT site, shape, type, caller_id FROM indirect_call ORDER BY site
