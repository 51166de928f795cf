-- What the commit :hash touched in hand-written code and left there: opcodes, then those with most new lines.
SELECT function FROM commit_functions
WHERE hash = :hash AND NOT generated AND NOT test AND kind IN ('function', 'opcode', 'macro')
  AND change NOT IN ('removed', 'comment')
GROUP BY function
ORDER BY max(kind = 'opcode') DESC, sum(lines_added) DESC, function;
