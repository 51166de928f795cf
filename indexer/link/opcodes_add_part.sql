-- A part of an opcode.
INSERT INTO opcode_part VALUES (:opcode, :ordinal, :part, :file_id, :line, :end_line);
