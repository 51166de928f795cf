-- What the compiler puts in the place of the opcode :name.
SELECT target FROM opcode_target WHERE opcode = :name ORDER BY ordinal;
