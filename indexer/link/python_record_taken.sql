-- The struct that the function :function takes a pointer to first, if it has :size bytes: "int OSError_init(PyOSErrorObject *self, …".
SELECT record.id
FROM symbol AS function
JOIN symbol AS record ON record.kind = 'struct' AND record.defined AND record.bits = 8 * :size AND record.name = trim(substr(
    function.signature, instr(function.signature, '(') + 1,
    instr(substr(function.signature, instr(function.signature, '(') + 1), '*') - 1))
WHERE function.id = :function
ORDER BY record.file_id = function.file_id DESC LIMIT 1
