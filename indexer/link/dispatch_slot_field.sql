-- The field of a type object, or of one of its suites, that has a name.
SELECT id FROM symbol
WHERE name = :name AND kind = 'field'
  AND parent IN ('PyTypeObject', 'PyNumberMethods', 'PySequenceMethods', 'PyMappingMethods', 'PyAsyncMethods',
                 'PyBufferProcs')
ORDER BY id
