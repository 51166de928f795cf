-- What start-up takes out of a module and puts among the builtins, as an alias (Python/pylifecycle.c):
--     bimod = PyImport_ImportModule("builtins");  iomod = PyImport_ImportModule("io");
--     wrapper = PyObject_GetAttrString(iomod, "OpenWrapper");  PyObject_SetAttrString(bimod, "open", wrapper)
-- or wrapper = _PyImport_GetModuleAttrString("_io", "open").
WITH setter (caller_id, file_id, line) AS (
    SELECT caller_id, direct_call.file_id, direct_call.line
    FROM symbol AS api JOIN direct_call ON callee_id = api.id
    WHERE api.name = 'PyObject_SetAttrString' AND api.kind = 'function'),
given AS (
    SELECT setter.caller_id, setter.file_id, setter.line, text.text AS name
    FROM setter JOIN string_literal AS text ON text.file_id = setter.file_id AND text.line = setter.line AND text.in_id = setter.caller_id)
INSERT OR IGNORE INTO python_source (name, line, kind, target, path)
SELECT 'builtins.' || trim(given.name, '"'), given.line, 'alias',
       trim(module.text, '"') || '.' || trim((SELECT taken.text FROM string_literal AS taken
                                              WHERE taken.file_id = given.file_id AND taken.in_id = given.caller_id
                                                AND taken.line BETWEEN given.line - 10 AND given.line - 1
                                                AND taken.text NOT IN (module.text, '"builtins"')
                                              ORDER BY taken.line DESC LIMIT 1), '"'), file.path
FROM given JOIN file ON file.id = given.file_id
JOIN string_literal AS module ON module.file_id = given.file_id AND module.in_id = given.caller_id
    AND module.line BETWEEN given.line - 20 AND given.line - 1 AND module.text IN ('"io"', '"_io"')
WHERE EXISTS (SELECT 1 FROM string_literal AS builtins WHERE builtins.file_id = given.file_id
              AND builtins.in_id = given.caller_id AND builtins.text = '"builtins"')
ORDER BY module.line
