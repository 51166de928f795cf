-- The names of Python, and the opcodes, that come to the function :id by at most :steps calls by name between, those with
-- the fewest first.
WITH RECURSIVE above (id, steps) AS (
    VALUES (CAST(:id AS INTEGER), 0)
    UNION
    SELECT caller_id, steps + 1 FROM above CROSS JOIN direct_call ON callee_id = above.id WHERE steps < CAST(:steps AS INTEGER)),
found (name, steps) AS (
    SELECT iif(name GLOB 'builtins.*', substr(name, 10), name), steps
    FROM above CROSS JOIN python_name ON function_id = above.id
    UNION ALL
    SELECT iif(name GLOB 'builtins.*', substr(name, 10), name), steps
    FROM above CROSS JOIN python_name ON impl_id = above.id
    UNION ALL
    SELECT opcode, steps + 1
    FROM above
    CROSS JOIN direct_call ON callee_id = above.id
    CROSS JOIN site_block ON site_block.site = direct_call.site
    CROSS JOIN block_opcode ON block_opcode.block_id = site_block.block_id AND iif(steps >= 0, NOT is_common, 0))
SELECT name, min(steps) AS steps
FROM found
GROUP BY name
ORDER BY steps, name;
