-- The symbols that are opcodes, as one text: to see whether they change.
SELECT group_concat(symbol_id || ' ' || name) FROM opcode WHERE symbol_id IS NOT NULL;
