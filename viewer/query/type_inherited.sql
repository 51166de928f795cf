-- What the type :type has from its bases: the slots that have a name, each with the nearest type that fills it.
WITH RECURSIVE
    chain (name, depth) AS (
        SELECT base, 1 FROM python_name WHERE name = :type AND kind IN ('type', 'exception') AND base IS NOT NULL
        UNION
        SELECT python_name.base, depth + 1 FROM chain CROSS JOIN python_name USING (name)
        WHERE kind IN ('type', 'exception') AND python_name.base IS NOT NULL AND depth < 20),
    had (name, depth, type, kind, function, field, file, line) AS (
        SELECT substr(python_names.name, length(chain.name) + 2), depth, chain.name, python_names.kind,
               coalesce(impl, function), slot, file, python_names.line
        FROM chain CROSS JOIN python_name AS base ON base.name = chain.name AND base.kind IN ('type', 'exception')
        CROSS JOIN python_names ON python_names.owner_id = base.symbol_id
        WHERE python_names.kind IN ('slot', 'new') AND function IS NOT NULL)
SELECT name, kind, function, field, type AS inherited_from, file, line, min(depth) AS depth FROM had
WHERE NOT EXISTS (SELECT 1 FROM python_name WHERE python_name.name = :type || '.' || had.name)
GROUP BY name
ORDER BY depth, field, name;
