-- Every name that there is, as it stands, as a macro made it, and in Python; some come more than once.
-- scan: all names are compared with one; an index over the names alone is read, not the table
SELECT name FROM symbol
UNION ALL
SELECT spelled FROM symbol WHERE spelled IS NOT NULL
UNION ALL
SELECT CASE WHEN name GLOB 'builtins.*' THEN substr(name, 10) ELSE name END FROM python_name;
