-- The commits whose hash begins with :hash, two at most.
SELECT id, hash, date, author, subject, merge, hunk_file, hunk_line, hunk_in, hunk_size, hunk
FROM git_commit
WHERE hash >= :hash AND hash < :hash || 'g'
ORDER BY hash
LIMIT 2
