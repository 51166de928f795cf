-- The symbol :id.
SELECT * FROM symbols WHERE id = CAST(:id AS INTEGER);
