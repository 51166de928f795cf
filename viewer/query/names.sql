-- Every name that there is, as it stands and as a macro made it; some come more than once.
-- scan: all names are compared with one; an index over the names alone is read, not the table
SELECT name FROM symbol
UNION ALL
SELECT spelled FROM symbol WHERE spelled IS NOT NULL;
