-- What the symbol :id is called, and whether it lies outside the tree.
SELECT name, external, kind = 'macro' AS is_macro FROM symbol WHERE id = :id;
