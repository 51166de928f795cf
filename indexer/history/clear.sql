DELETE FROM git_commit;
DELETE FROM commit_issue;
DELETE FROM commit_file;
DELETE FROM commit_change
