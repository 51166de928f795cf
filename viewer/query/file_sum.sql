-- The sum of a file's contents when it was indexed; no row for a file that is not in the index, or not in the tree.
SELECT sum FROM file WHERE path = :path AND sum IS NOT NULL;
