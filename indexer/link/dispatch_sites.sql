-- The calls through a pointer.
SELECT site, shape, type FROM indirect_call ORDER BY site
