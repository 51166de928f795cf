-- The struct, union or enum whose tag is :name, where a typedef gives it another name: _typeobject.
-- The kinds stand as in the index symbol_tag, so that it serves.
SELECT * FROM symbols
WHERE (kind = 'struct' OR kind = 'union' OR kind = 'enum')
  AND signature IN ('struct ' || :name, 'union ' || :name, 'enum ' || :name)
ORDER BY file, line;
