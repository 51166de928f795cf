-- What the type :type has from its bases: the slots that have a name, each with the nearest type that fills it.
WITH RECURSIVE
    chain (name, depth) AS (
        SELECT base, 1 FROM python_name WHERE name = :type AND kind IN ('type', 'exception') AND base IS NOT NULL
        UNION
        SELECT (SELECT base FROM python_name WHERE python_name.name = chain.name AND kind IN ('type', 'exception')), depth + 1
        FROM chain WHERE chain.name IS NOT NULL AND depth < 20),
    owner (type, depth, id) AS MATERIALIZED (
        SELECT name, depth, (SELECT symbol_id FROM python_name WHERE python_name.name = chain.name AND kind IN ('type', 'exception'))
        FROM chain WHERE name IS NOT NULL),
    had (id, depth, name) AS MATERIALIZED ( -- IN (…): a join would make a filter of all names first
        SELECT id, min((SELECT depth FROM owner WHERE owner.id = owner_id)), replace(name, rtrim(name, replace(name, '.', '')), '')
        FROM python_name
        WHERE owner_id IN (SELECT id FROM owner) AND kind IN ('slot', 'new') AND function_id IS NOT NULL
        GROUP BY 3)
SELECT had.name, python_name.kind, coalesce(impl.name, function.name) AS function,
       slot.parent || '.' || slot.name AS field, owner.type AS inherited_from, file.path AS file, python_name.line, had.depth
FROM had CROSS JOIN python_name ON python_name.id = had.id
JOIN owner ON owner.depth = had.depth
LEFT JOIN symbol AS function ON function.id = function_id
LEFT JOIN symbol AS impl ON impl.id = impl_id
LEFT JOIN symbol AS slot ON slot.id = slot_id
LEFT JOIN file ON file.id = python_name.file_id
WHERE NOT EXISTS (SELECT 1 FROM python_name AS own WHERE own.name = :type || '.' || had.name)
ORDER BY had.depth, field, had.name;
