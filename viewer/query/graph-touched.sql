-- The functions, macros, types and opcodes that the commit whose hash begins with :hash changed in hand-written code, under
-- the names they have in the tree; file is NULL where none of that name stands in the commit's file any more.
WITH wanted AS MATERIALIZED (SELECT id FROM git_commit WHERE hash >= :hash AND hash < :hash || 'g' LIMIT 1)
SELECT DISTINCT coalesce((SELECT it.name FROM symbol AS it WHERE it.spelled = commit_change.name LIMIT 1),
                         commit_change.name) AS function,
       (SELECT file.path FROM file JOIN symbol AS it ON it.file_id = file.id
        WHERE file.path = commit_file.path AND it.name = commit_change.name LIMIT 1) AS file
FROM wanted
JOIN commit_change ON commit_change.commit_id = wanted.id
JOIN commit_file ON commit_file.commit_id = wanted.id AND commit_file.ordinal = commit_change.file
WHERE change <> 'comment' AND NOT generated AND NOT test;
