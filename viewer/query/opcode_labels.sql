-- The labels outside its body that the opcode :name goes on to, but for what most opcodes share.
SELECT block_opcode.label, file.path AS file, line
FROM block_opcode JOIN loop_block ON loop_block.id = block_id JOIN file ON file.id = file_id
WHERE opcode = :name AND block_opcode.label IS NOT NULL AND NOT is_common
ORDER BY file.path, line;
