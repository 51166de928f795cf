-- A condition under which an opcode does not go on.
INSERT INTO opcode_guard VALUES (:opcode, :ordinal, :part, :macro, :condition, :file_id, :line);
