-- Of the functions that the opcode :part reaches through a table: the one that stands in the row of the constant :argument, as in
-- [NB_ADD] = PyNumber_Add (Python/ceval.c).
SELECT DISTINCT cell.symbol_id AS id
FROM symbol AS constant
JOIN reference ON reference.symbol_id = constant.id AND reference.kind = 1 -- expand
JOIN cell ON cell.variable_id = reference.in_id AND cell.line = reference.line AND cell.kind = 'function'
WHERE constant.name = :argument AND constant.kind = 'macro'
  AND cell.symbol_id IN (SELECT function_id FROM block_opcode
                         JOIN site_block ON site_block.block_id = block_opcode.block_id
                         JOIN call_group ON call_group.site = site_block.site
                         JOIN candidate ON candidate.group_id = call_group.group_id
                         WHERE opcode = :part AND NOT is_common);
