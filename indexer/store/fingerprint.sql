-- What decided the crawl that made this index, and the commit it was made from.
SELECT (SELECT value FROM meta WHERE key = 'plan'), (SELECT value FROM meta WHERE key = 'commit');
