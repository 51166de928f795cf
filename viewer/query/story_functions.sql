-- The functions, macros and opcodes that the commit whose hash begins with :hash changed in hand-written code, the largest
-- changes first, and where each stands now: in its file, else in another, else under that spelling. NULL: it is not there
-- any more.
WITH wanted AS MATERIALIZED (SELECT id FROM git_commit WHERE hash >= :hash AND hash < :hash || 'g' LIMIT 1),
touched AS MATERIALIZED (
    SELECT commit_change.name, commit_change.kind, change, commit_change.lines_added, commit_change.lines_removed,
           commit_file.path,
           coalesce((SELECT it.id FROM file JOIN symbol AS it ON it.file_id = file.id
                     WHERE file.path = commit_file.path AND it.name = commit_change.name AND it.defined LIMIT 1),
                    (SELECT it.id FROM symbol AS it
                     WHERE it.name = commit_change.name AND it.kind = commit_change.kind AND it.defined LIMIT 1),
                    (SELECT it.id FROM symbol AS it WHERE it.name = commit_change.name AND it.defined LIMIT 1),
                    (SELECT it.id FROM symbol AS it WHERE it.spelled = commit_change.name AND it.defined LIMIT 1)) AS now_id
    FROM wanted
    JOIN commit_change ON commit_change.commit_id = wanted.id
    JOIN commit_file ON commit_file.commit_id = wanted.id AND commit_file.ordinal = commit_change.file
    WHERE NOT generated AND NOT test AND change <> 'comment' AND commit_change.kind IN ('function', 'macro', 'opcode')
)
SELECT touched.name AS function, touched.kind, change, lines_added, lines_removed, touched.path, file.path AS now_file,
       symbol.line AS now_line
FROM touched
LEFT JOIN symbol ON symbol.id = now_id
LEFT JOIN file ON file.id = symbol.file_id
ORDER BY lines_added + lines_removed DESC, touched.name;
