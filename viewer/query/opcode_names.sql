-- The names of all opcodes.
SELECT name FROM opcode;
