-- The same for each use of a macro.
INSERT INTO reference_block
SELECT reference_id, block_id
FROM (SELECT reference.id AS reference_id,
             (SELECT loop_block.id FROM loop_block
              WHERE loop_block.file_id = reference.id >> 20 AND loop_block.line <= reference.line
              ORDER BY loop_block.line DESC, loop_block.id DESC LIMIT 1) AS block_id
      FROM reference WHERE in_id = :loop_id AND kind = 1)
WHERE block_id IS NOT NULL;
