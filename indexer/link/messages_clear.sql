-- Takes out what an earlier run has put in.
DELETE FROM message;
