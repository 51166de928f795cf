-- Takes out what an earlier run has put in. Where the writer gave an opcode's id to another symbol since, that stays.
DELETE FROM symbol WHERE kind = 'opcode' AND id IN (SELECT symbol_id FROM opcode);
DELETE FROM opcode;
DELETE FROM opcode_part;
DELETE FROM opcode_guard;
DELETE FROM opcode_target;
DELETE FROM loop_block;
DELETE FROM block_opcode;
DELETE FROM site_block;
DELETE FROM reference_block;
DELETE FROM frame_call;
