-- What errors say that Lib raises, all of them; their ids are below zero.
-- scan: a text with holes can be found by nothing but looking at it
SELECT -id, text FROM python_message;
