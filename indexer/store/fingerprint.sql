-- What decided the crawl that made this index, the commit it was made from, the sums of the stories taken in and of Lib/.
SELECT (SELECT value FROM meta WHERE key = 'plan'), (SELECT value FROM meta WHERE key = 'commit'),
       (SELECT value FROM meta WHERE key = 'stories'),
       (SELECT value FROM meta WHERE key = 'lib');
