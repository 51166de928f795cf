-- What the compiler does for a node, in order.
SELECT opcode, argument, child, is_inner, function, file.path AS file, syntax_step.line
FROM syntax_step LEFT JOIN file ON file.id = file_id
WHERE node = :node AND form = :form AND operator = :operator
ORDER BY ordinal;
