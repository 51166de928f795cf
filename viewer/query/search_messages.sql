-- The messages of errors with :pattern (LIKE) in them.
-- scan: messages are not in the index of words
SELECT text, exception, function, file, line FROM messages WHERE text LIKE :pattern ESCAPE '\';
