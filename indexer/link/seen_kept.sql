-- The versions of both indexes, and how many pairs are marked in each.
SELECT (SELECT value FROM main.meta WHERE key = 'version'), (SELECT value FROM old.meta WHERE key = 'version'),
       (SELECT count(*) FROM main.seen), (SELECT count(*) FROM old.seen)
