-- Which stretch holds each call of the loop :loop_id: the last that begins before it. The stretches leave no gap.
INSERT INTO site_block
SELECT site, block_id
FROM (SELECT site, (SELECT id FROM loop_block
                    WHERE loop_block.file_id = call.file_id AND loop_block.line <= call.line
                    ORDER BY loop_block.line DESC, id DESC LIMIT 1) AS block_id
      FROM (SELECT site, file_id, line FROM direct_call WHERE caller_id = :loop_id
            UNION ALL
            SELECT site, file_id, line FROM indirect_call WHERE caller_id = :loop_id) AS call)
WHERE block_id IS NOT NULL;
