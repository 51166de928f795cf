-- The modules that are written in C: each has a function that import calls (Python/importdl.c), PyInit_math.
SELECT substr(name, 8) FROM symbol
WHERE name GLOB 'PyInit_*' AND kind = 'function' AND defined
UNION
SELECT DISTINCT substr(cell.value, 2, length(cell.value) - 2)
FROM symbol AS field JOIN cell ON field_id = field.id AND cell.kind = 'string'
WHERE field.name = 'm_name' AND field.parent = 'PyModuleDef'
