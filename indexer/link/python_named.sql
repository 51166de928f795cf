-- A name that code gives to a description of a type.
--     stat_result_desc.name = "os.stat_result"; /* see issue #19209 */
SELECT description.symbol_id AS description, string_literal.text
FROM symbol AS field
CROSS JOIN reference AS written ON written.symbol_id = field.id AND written.kind = 3 -- write
CROSS JOIN reference AS description ON description.id = written.id - 1 AND description.line = written.line
CROSS JOIN string_literal ON string_literal.file_id = written.id >> 20 AND string_literal.line = written.line
    AND string_literal.in_id = written.in_id
WHERE field.kind = 'field' AND field.name = 'name' AND field.parent IN ('PyType_Spec', 'PyStructSequence_Desc')
ORDER BY written.id
