-- The struct of that name, or of that tag: that of :file, before that of a header.
SELECT id FROM (SELECT id, file_id FROM symbol WHERE name = :name AND kind = 'struct' AND defined
                UNION ALL
                SELECT id, file_id FROM symbol WHERE signature = 'struct ' || :name AND kind = 'struct' AND defined)
ORDER BY file_id = :file DESC, id LIMIT 1
