-- What the type :type has from its bases: the slots that have a name, each with the nearest type that fills it.
-- (Of conditions on a table that is looked up alone SQLite makes a Bloom filter, out of all names; iif() keeps them together with
-- depth.)
WITH RECURSIVE
    chain (name, depth) AS (
        SELECT base, 1 FROM python_name WHERE name = :type AND kind IN ('type', 'exception') AND base IS NOT NULL
        UNION
        SELECT python_name.base, depth + 1 FROM chain CROSS JOIN python_name USING (name)
        WHERE iif(depth < 20, kind IN ('type', 'exception') AND python_name.base IS NOT NULL, 0)),
    had (name, depth, type, kind, function_id, slot_id, file_id, line) AS (
        SELECT substr(own.name, length(chain.name) + 2), depth, chain.name, own.kind,
               coalesce(own.impl_id, own.function_id), own.slot_id, own.file_id, own.line
        FROM chain
        CROSS JOIN python_name AS base ON base.name = chain.name AND iif(depth > 0, base.kind IN ('type', 'exception'), 0)
        CROSS JOIN python_name AS own ON own.owner_id = base.symbol_id
                                     AND iif(depth > 0, own.kind IN ('slot', 'new') AND own.function_id IS NOT NULL, 0)),
    nearest AS (
        SELECT *, min(depth) FROM had
        WHERE NOT EXISTS (SELECT 1 FROM python_name WHERE python_name.name = :type || '.' || had.name)
        GROUP BY name)
SELECT nearest.name, nearest.kind, function.name AS function, slot.parent || '.' || slot.name AS field, type AS inherited_from,
       path AS file, nearest.line, depth
FROM nearest
LEFT JOIN symbol AS function ON function.id = function_id
LEFT JOIN symbol AS slot ON slot.id = slot_id
LEFT JOIN file ON file.id = nearest.file_id
ORDER BY depth, field, nearest.name;
