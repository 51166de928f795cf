-- Whether the recorded run called the function :to by name in the body of the opcode :opcode. A recording knows functions
-- alone, so nothing else in the function that holds the body may call it.
WITH call AS MATERIALIZED (
         SELECT caller_id, opcode
         FROM direct_call
         LEFT JOIN site_block ON site_block.site = direct_call.site
         LEFT JOIN block_opcode ON block_opcode.block_id = site_block.block_id
         WHERE callee_id = CAST(:to AS INTEGER))
SELECT count(*) > 0 AND min(opcode IS :opcode)
       AND EXISTS (SELECT 1 FROM seen WHERE seen.caller_id = call.caller_id AND callee_id = CAST(:to AS INTEGER)) AS seen
FROM call
WHERE caller_id IN (SELECT caller_id FROM call WHERE opcode = :opcode);
