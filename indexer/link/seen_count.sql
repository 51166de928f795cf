-- How many pairs are marked.
SELECT count(*) FROM seen
