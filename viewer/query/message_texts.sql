-- What errors say, all of them.
-- scan: a text with holes can be found by nothing but looking at it
SELECT id, text FROM message;
