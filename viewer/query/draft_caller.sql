-- A function that calls :callee, one that was written by hand before others.
SELECT caller FROM calls
WHERE callee = :callee AND kind <> 'macro' AND caller <> callee
ORDER BY caller_file GLOB '*clinic*', caller LIMIT 1;
