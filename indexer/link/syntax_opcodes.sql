-- The names of the opcodes.
SELECT name FROM opcode WHERE kind <> 'marker';
