-- The fields (or enumerators) called :name of the records called :parent: `PyTypeObject.tp_new`.
SELECT * FROM symbols WHERE parent = :parent AND name = :name;
