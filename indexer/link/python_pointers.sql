-- Variables that point to a type from the start: PyObject *PyExc_OSError = (PyObject *)&_PyExc_OSError;
SELECT variable_id, symbol_id FROM cell WHERE field_id IS NULL AND kind = 'variable' AND path IS NULL
