-- How many lines of hand-written C the commit whose hash begins with :hash changed; NULL: none, or it is not in the history.
SELECT sum(lines_added + lines_removed) AS lines
FROM git_commit JOIN commit_file ON commit_id = git_commit.id
WHERE hash >= :hash AND hash < :hash || 'g' AND NOT generated AND NOT test;
