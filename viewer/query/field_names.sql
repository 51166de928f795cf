-- The fields and enumerators of what is called :parent, with it in front: "PyListObject.allocated".
SELECT parent || '.' || name AS name FROM symbol WHERE parent = :parent ORDER BY name;
