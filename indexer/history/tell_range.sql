INSERT INTO meta VALUES ('history', :range)
