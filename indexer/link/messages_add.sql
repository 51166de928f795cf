-- A text that is raised.
INSERT INTO message (text, exception, function_id, file_id, line) VALUES (:text, :exception, :function, :file, :line);
