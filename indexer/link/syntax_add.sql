-- What the compiler does for a node, one step.
INSERT INTO syntax_step VALUES (:node, :form, :operator, :ordinal, :opcode, :argument, :child, :is_inner, :function,
                                :file_id, :line);
