BEGIN;
INSERT INTO git_commit SELECT * FROM old.git_commit ORDER BY id;
INSERT INTO commit_issue SELECT * FROM old.commit_issue ORDER BY commit_id, ordinal;
INSERT INTO commit_file SELECT * FROM old.commit_file ORDER BY commit_id, ordinal;
INSERT INTO commit_change SELECT * FROM old.commit_change ORDER BY commit_id, file, ordinal;
COMMIT
