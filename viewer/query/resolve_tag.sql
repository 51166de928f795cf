-- The struct, union or enum whose tag is :name, where a typedef gives it another name: _typeobject.
-- scan: asked only where nothing is called so
SELECT * FROM symbols
WHERE kind IN ('struct', 'union', 'enum')
  AND signature IN ('struct ' || :name, 'union ' || :name, 'enum ' || :name)
ORDER BY file, line;
