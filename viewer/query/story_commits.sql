-- The commits of the story :story, as the indexer took them in.
SELECT issue, also, hash, date, area, kind, under, claim, claim_ko, claim_source, factor, grade, title, title_ko
FROM story_commit WHERE story = :story ORDER BY ordinal;
