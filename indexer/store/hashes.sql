-- Each file that lies in the tree, with the hash and the sum of its contents.
SELECT path, hash, sum FROM file WHERE hash IS NOT NULL;
