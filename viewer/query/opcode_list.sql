-- All opcodes, by kind and number.
SELECT kind, value, name, family, file, line
FROM opcodes
ORDER BY instr('opcode specialised instrumented pseudo marker', kind), value, name;
