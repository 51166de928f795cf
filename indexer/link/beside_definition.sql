-- How a table of the index is defined.
SELECT sql FROM base.sqlite_schema WHERE name = :name;
