-- The functions that the opcode :part reaches through tables, and the lines of the tables that name them, as in
-- [NB_ADD] = PyNumber_Add (Python/ceval.c).
SELECT cell.symbol_id AS id, file.path AS file, cell.line
FROM (SELECT DISTINCT function_id FROM block_opcode
      JOIN site_block ON site_block.block_id = block_opcode.block_id
      JOIN call_group ON call_group.site = site_block.site
      JOIN candidate ON candidate.group_id = call_group.group_id
      WHERE opcode = :part AND NOT is_common) AS reached
CROSS JOIN cell ON cell.symbol_id = function_id AND cell.kind = 'function' AND cell.field_id IS NULL
JOIN file ON file.id = cell.file_id;
