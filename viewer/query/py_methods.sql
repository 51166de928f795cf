-- The methods that are called so, of any type: of builtins first.
-- scan: a name without its type is looked for at the ends of all; row by row, since the kind is asked first
SELECT found.name, found.kind, function.name AS function, flags, file.path AS file, function.line
FROM python_name AS found NOT INDEXED
CROSS JOIN symbol AS function ON function.id = function_id
LEFT JOIN file ON file.id = function.file_id
WHERE (found.kind = 'method' OR found.kind = 'classmethod' OR found.kind = 'staticmethod') AND found.name GLOB '*.' || :method
ORDER BY found.name NOT GLOB 'builtins.*', found.name;
