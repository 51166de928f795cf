-- All that Python can name.
-- scan: any of them may be the nearest
SELECT name FROM python_name;
