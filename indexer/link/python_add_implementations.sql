-- Argument Clinic writes the wrapper and names the function that a person wrote after it; both are of one unit.
--     static PyObject *list_pop(PyObject *self, …) { … return_value = list_pop_impl(self, index); … }
UPDATE python_name SET impl_id = (
    SELECT written.id FROM symbol AS wrapper
    JOIN symbol AS written ON written.name = wrapper.name || '_impl' AND written.kind = 'function'
        AND written.defined AND written.unit_id = wrapper.unit_id
    WHERE wrapper.id = function_id
      AND EXISTS (SELECT 1 FROM direct_call WHERE caller_id = wrapper.id AND callee_id = written.id)
    LIMIT 1)
WHERE function_id IS NOT NULL
