-- What the index says of itself: version, commit, libclang, program, figures of coverage.
SELECT key, value FROM meta ORDER BY key;
