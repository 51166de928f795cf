-- Whether a symbol has the id :id.
SELECT 1 FROM symbol WHERE id = :id;
