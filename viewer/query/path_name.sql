-- What the symbol :id is called, its kind, and whether it lies outside the tree.
SELECT name, kind, external FROM symbol WHERE id = :id;
