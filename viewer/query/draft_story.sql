-- The oldest commit that a story tells of under the issue :issue, or whose hash begins with :hash ("-": none does).
-- scan: a story has a few hundred rows
SELECT story, stories.hash, title, title_ko, claim, claim_ko, claim_source, commits.subject
FROM stories JOIN commits USING (hash)
WHERE stories.issue = :issue OR stories.hash >= :hash AND stories.hash < :hash || 'g'
ORDER BY commits.date LIMIT 1;
