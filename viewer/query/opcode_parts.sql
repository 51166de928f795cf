-- What the opcode :name is made of, in order.
SELECT ordinal, part, file, line, end_line FROM opcode_parts WHERE opcode = :name ORDER BY ordinal;
