-- What the variable :variable has in one of three fields.
SELECT field_id, symbol_id FROM cell
WHERE variable_id = :variable AND kind IN ('function', 'variable') AND +field_id IN (:field, :suite, :base)
ORDER BY ordinal;
