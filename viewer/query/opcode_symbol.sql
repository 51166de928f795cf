-- For the symbol :id of an opcode: the function that runs it, its name, and the macro that is its number.
SELECT loop_id, name, macro_id FROM opcode WHERE symbol_id = CAST(:id AS INTEGER);
