-- What errors say, all of them.
-- scan: asked only where no text agrees, for those that come near
SELECT id, text FROM message
UNION ALL
SELECT -id, text FROM python_message;
