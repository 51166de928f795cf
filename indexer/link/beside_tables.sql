-- The tables made beside the index that hold rows: of a virtual one, those that stand for it.
SELECT name FROM beside.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %';
