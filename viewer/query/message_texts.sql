-- What errors say that C raises, all of them.
-- scan: a text with holes can be found by nothing but looking at it
SELECT id, text FROM message;
