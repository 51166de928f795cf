-- An opcode as a symbol.
INSERT INTO symbol (id, name, kind, parent, file_id, line, end_line, signature, is_static, defined, external, unit_id)
VALUES (:id, :name, 'opcode', :parent, :file_id, :line, :end_line, :head, 0, 1, 0, :unit_id);
