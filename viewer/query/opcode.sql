-- The opcode called :name, in capitals or not, or whose number it is.
SELECT name, value, kind, family, file, line, end_line, run_file, run_line, run_end_line, head, symbol_id
FROM opcodes
WHERE name = upper(:name) OR (:name GLOB '[0-9]*' AND value = CAST(:name AS INTEGER) AND kind <> 'marker')
ORDER BY name;
