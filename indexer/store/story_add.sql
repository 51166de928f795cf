-- One commit of a story; its columns in the order of store/stories.h.
INSERT INTO story_commit (story, ordinal, issue, also, hash, date, area, kind, under, claim, claim_ko, claim_source, factor,
                          grade, title, title_ko)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
