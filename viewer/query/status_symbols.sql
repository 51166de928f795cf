-- The symbols by kind, and how many of them are only declared or lie outside the tree.
-- scan: it counts them all
SELECT kind, count(*) AS symbols, sum(defined) AS defined, sum(external) AS external
FROM symbol
GROUP BY kind
ORDER BY symbols DESC;
