-- What sends the opcode :name back to its family, in the order in which it is asked.
SELECT condition, macro, part, file, line FROM opcode_guards WHERE opcode = :name ORDER BY ordinal;
