-- Each file that lies in the tree, with the hash of its contents.
SELECT path, hash FROM files WHERE hash IS NOT NULL;
