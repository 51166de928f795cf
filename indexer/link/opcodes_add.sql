-- An opcode.
INSERT INTO opcode VALUES (:name, :value, :kind, :family, :head, :symbol_id, :file_id, :line, :end_line,
                           :run_file_id, :run_line, :run_end_line, :loop_id,
                           (SELECT symbol.id FROM symbol JOIN file ON file.id = symbol.file_id
                            WHERE symbol.name = :name AND symbol.kind = 'macro' AND file.path GLOB 'Include/opcode*'));
