-- What decided the crawl that made this index, the commit it was made from, and the sum of the stories taken in.
SELECT (SELECT value FROM meta WHERE key = 'plan'), (SELECT value FROM meta WHERE key = 'commit'),
       (SELECT value FROM meta WHERE key = 'stories');
