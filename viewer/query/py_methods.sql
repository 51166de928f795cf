-- The methods that are called so, of any type: of builtins first.
-- scan: a name without its type is looked for at the ends of all
SELECT found.name, found.kind, function.name AS function, flags, file.path AS file, function.line
FROM (SELECT name, kind, function_id, flags FROM python_name
      WHERE name LIKE '%.' || :method AND kind IN ('method', 'classmethod', 'staticmethod')) AS found
JOIN symbol AS function ON function.id = function_id
LEFT JOIN file ON file.id = function.file_id
ORDER BY found.name NOT GLOB 'builtins.*', found.name;
