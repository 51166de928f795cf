-- Which commits the index holds, FROM..TO.
SELECT value FROM meta WHERE key = 'history'
