-- An opcode that can come to a stretch of the loop; one name stands for one body.
INSERT OR IGNORE INTO block_opcode VALUES (:opcode, :block_id, :label, :is_common);
