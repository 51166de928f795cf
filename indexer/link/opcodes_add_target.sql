-- What a pseudo opcode may be replaced by.
INSERT INTO opcode_target VALUES (:opcode, :ordinal, :target);
