-- The first few names in Python that end in .:tail, shortest first.
-- scan: asked only of a name that means nothing as it stands; an index over the names alone is read
SELECT DISTINCT name FROM python_name WHERE name GLOB '*.' || :tail ORDER BY length(name), name LIMIT CAST(:limit AS INTEGER);
