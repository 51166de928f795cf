-- The macros that name the flags of a type: #define Py_TPFLAGS_HAVE_GC (1UL << 14)
SELECT symbol.name, file_id, line FROM symbol
WHERE (symbol.name BETWEEN 'Py_TPFLAGS_' AND 'Py_TPFLAGS_~' OR symbol.name BETWEEN '_Py_TPFLAGS_' AND '_Py_TPFLAGS_~')
  AND kind = 'macro' AND file_id IS NOT NULL
ORDER BY symbol.name
