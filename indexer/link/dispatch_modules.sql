-- What dlsym() can give: the functions that start an extension module, looked up by name (Python/importdl.c), as
-- functions without a parameter.
SELECT dlsym.id AS lookup, module.id AS function
FROM symbol AS dlsym
JOIN symbol AS module ON module.name >= 'PyInit_' AND module.name < 'PyInit`' AND module.kind = 'function'
    AND module.defined
WHERE dlsym.name = 'dlsym' AND dlsym.external
ORDER BY module.id
