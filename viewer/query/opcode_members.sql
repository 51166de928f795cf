-- The specialised forms of the opcode :name.
SELECT name, value, (SELECT count(*) FROM opcode_guard WHERE opcode_guard.opcode = opcodes.name) AS guards, file, line
FROM opcodes WHERE family = :name ORDER BY name;
