-- The line of commits that the index holds, FROM..TO; no row if it holds none.
SELECT value AS range FROM meta WHERE key = 'history'
