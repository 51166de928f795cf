-- A stretch of the loop.
INSERT INTO loop_block VALUES (:id, :file_id, :line, :end_line, :label);
