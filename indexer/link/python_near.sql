-- The references of a file from the number :id on.
SELECT reference.id, reference.line, in_id, symbol_id, symbol.name, symbol.kind, reference.kind
FROM reference CROSS JOIN symbol ON symbol.id = symbol_id
WHERE reference.id >= :id AND reference.id < :end
ORDER BY reference.id
