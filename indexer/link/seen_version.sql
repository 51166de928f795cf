-- The version of the tree.
SELECT value FROM meta WHERE key = 'version'
