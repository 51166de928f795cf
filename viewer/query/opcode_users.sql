-- The opcodes that have the part :name, and where that is written.
SELECT opcode, ordinal, file, line, end_line FROM opcode_parts WHERE part = :name ORDER BY opcode;
