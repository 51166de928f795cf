-- The symbols called :name in the files whose path is :file or ends in it (`dictobject.c`, `clinic/listobject.c.h`).
SELECT * FROM symbols
WHERE id IN (SELECT id FROM symbol WHERE name = :name
             UNION
             SELECT id FROM symbol WHERE spelled = :name
             UNION
             SELECT id FROM symbol
             WHERE spelled IS NOT NULL AND instr(spelled, '(' || :name || ')') -- the quicker question first
               AND substr(spelled, -length(:name) - 2) = '(' || :name || ')')
  AND (file = :file OR substr(file, -length(:file) - 1) = '/' || :file)
ORDER BY file, line, name;
